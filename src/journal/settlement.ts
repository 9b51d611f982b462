import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import type { LddPayError } from '../errors.js';

/** What an intent came to. */
export type Settlement<Data = unknown> = Done<Data> | Refused | Open;

/** It took effect, once. */
export interface Done<Data = unknown> {
  readonly state: 'done';
  /** The id of the payment that was requested, or of the action. Without an action, that of the payment. */
  readonly id: string;
  /**
   * Whether it was approved: what was declined is done as well. A payment has `false` only where it is `Declined`,
   * `Canceled` or `Expired`, an increment where it was declined, which leaves its payment as it was. Undefined while
   * that is not decided, because the payer has to act or the provider tries again, or not known, as with a status that
   * LDDPay's documentation does not list: the same call reads the payment again. A payout that is paid has `true` for
   * good, and can be `Returned` later: follow its status. In the form of details without `approved`, the status
   * `approved` or `declined` decides.
   */
  readonly approved?: boolean | undefined;
  /** Whether there was nothing left to reverse. */
  readonly empty?: boolean | undefined;
  /** The data of the response. Only set when this call received it. */
  readonly data?: Data | undefined;
  /** The payment. Only set when this call read it. */
  readonly payment?: PaymentDetails | undefined;
  /** The action. Only set when this call found it by looking. */
  readonly action?: PaymentAction | undefined;
}

/**
 * Nothing happened, and nothing will by itself: the API refused it, and no other request of it can have taken effect. Or
 * it had left no trace when its key expired, and its body was not kept.
 */
export interface Refused {
  readonly state: 'refused';
  /** The refusal of the API; of kind `timeout`, that nothing had come of it when its key expired. */
  readonly error: LddPayError;
}

/** It may have happened, or it may still be tried: call again under the name, or resume. */
export interface Open {
  readonly state: 'open';
  /**
   * The error of this request or of the read that looked for its effect, as `operationId` says. Its `outcome` is that of
   * the one request: an earlier one of the intent may have happened. Undefined where nothing failed, such as where a
   * look does not show enough: keep the last one, which a person may need.
   */
  readonly error?: LddPayError | undefined;
  /** When the intent was first tried, by the clock of the API in ms since the Unix epoch. */
  readonly since: number;
  /** What the payment or the action has as `reference`, where it has one. */
  readonly reference?: string | undefined;
  /** The key of its requests. Neither it nor the reference is set where its records could not be read in time. */
  readonly idempotencyKey?: string | undefined;
  /**
   * How long to wait before the next try, in ms. `Infinity` when waiting alone changes nothing: a person has to ask
   * the provider, or the call has to be made again with the body that was not kept. `look` does not say so. JSON makes
   * null of it: test with `Number.isFinite` before you keep a settlement, and keep that. Of a `Retry-After`, a day at
   * most is counted.
   */
  readonly tryAfterMs: number;
}
