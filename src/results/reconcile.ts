import type { Input } from '../../generated/methods.js';
import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { LddPayError } from '../errors.js';
import { type Moment, readTime } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';
import type { ApiResponse } from './api-promise.js';
import type { Page } from './pagination.js';

/** What became of a write whose outcome was unknown. */
export type Reconciliation =
  | {
      readonly result: 'found';
      readonly payment?: PaymentDetails | undefined;
      readonly action?: PaymentAction | undefined;
    }
  | { readonly result: 'not_found' }
  | {
      readonly result: 'unknown';
      /** The payments of which one may be that of the write. */
      readonly payments?: readonly PaymentDetails[] | undefined;
      /** The actions of which one may be that of the write. */
      readonly actions?: readonly PaymentAction[] | undefined;
    };

/** What identifies the effect of a write. Kept beside the error, never in it. */
interface Write {
  readonly operation: Operation;
  readonly id: string | undefined;
  readonly reference: string | undefined;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly key: string | undefined;
  /** Whether the key comes from the caller, who may have used it before in another process. */
  readonly isKeyGiven: boolean;
  /** When the first request was sent. */
  readonly start: Moment;
  /** How long the call took from there. */
  readonly ms: number;
}

/** The read operations that reconciling needs. */
interface Reader {
  getPaymentsList(query: { reference: string }): { pages(): AsyncIterable<Page<unknown, PaymentDetails>> };
  getPaymentActions(id: string): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
}

/** What a payment and an action have in common. A payment is requested, an action is processed. */
interface Effect {
  readonly id: string;
  readonly requested_on?: unknown;
  readonly processed_on?: unknown;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** How far apart the clocks of the API's machines may be, in ms. */
const API_SKEW_MS = 5_000;

/** Looks for the effects of writes that failed without a response. */
export function createReconcile({ now }: Platform, reader: () => Reader) {
  const writes = new WeakMap<LddPayError, Write | undefined>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();

  async function look(write: Write): Promise<Reconciliation> {
    const { operation, id, reference, amount, currency } = write;
    if (id !== undefined) {
      if (!operation.actions[0]) return UNKNOWN;
      const { data, headers } = await reader().getPaymentActions(id).withResponse();
      const actions = data.filter(
        (action) =>
          operation.actions.includes(action.type) &&
          (!reference || action.reference === reference) &&
          action.amount === (amount ?? action.amount),
      );
      return identify('action', write, actions, () => reference, headers);
    }
    if (!reference) return UNKNOWN;
    const payments: PaymentDetails[] = [];
    let last: Headers | undefined;
    for await (const { items, response } of reader().getPaymentsList({ reference }).pages()) {
      payments.push(...items);
      last = response.headers;
    }
    // Those that do not fit count too: an API may charge something else than what it was asked for.
    const fits = (payment: PaymentDetails) =>
      payment.reference === reference && payment.amount === (amount ?? 0) && payment.currency === currency;
    return identify('payment', write, payments, fits, last);
  }

  /** Tells the effect of a write from others of its kind. The headers are those of the last response. */
  function identify<Item extends Effect>(
    kind: 'payment' | 'action',
    { key, isKeyGiven, start, ms }: Write,
    effects: readonly Item[],
    fits: (effect: Item) => unknown,
    headers: Headers | undefined,
  ): Reconciliation {
    // The effect is not older than what was known of the API's clock before the call. The clock of this machine
    // must agree, in case the clocks of the API do not agree with each other.
    const earliest = Math.min(readDate(start.headers), start.date) - API_SKEW_MS;
    // Whether the clock of this machine was right when the call began. It may have been set since.
    const offset = start.date + now() - start.now - readDate(headers);
    const isRight = offset > -100 && offset < 1_500;
    const seen: Item[] = [];
    let own: Item | undefined;
    let found: Item | undefined;
    for (const effect of effects) {
      const { id, requested_on, processed_on } = effect;
      const [first, last] = readTime(requested_on ?? processed_on);
      const owner = keys.get(id);
      // Before the call, another process may have used a key that was given, but not one that was generated.
      if (owner ? owner !== key : !isKeyGiven && last < earliest) continue;
      seen.push(effect);
      if (owner) own = effect;
      if (fits(effect) && isRight && first >= start.date && last <= start.date + ms + 1) found = effect;
    }
    found = own ?? (seen[1] ? undefined : found);
    // The names of the fields depend on the kind.
    if (found) return { result: 'found', [kind]: found } as Reconciliation;
    return seen[0] ? ({ result: 'unknown', [`${kind}s`]: seen } as Reconciliation) : NOT_FOUND;
  }

  return {
    /** Keeps the key under which a payment, or an action of one, was made. */
    learn(key: string, { path }: Input, data: unknown): void {
      const id = Object(data)[path ? 'action_id' : 'id'];
      if (id) keys.set(id, key);
    },

    /** Keeps what identifies the write of an error, for as long as the error lives. */
    remember(
      error: LddPayError,
      { path, body }: Input,
      start: Moment | undefined,
      isKeyGiven: boolean,
    ): void {
      const { reference, amount, currency } = Object(body);
      const write = start && {
        operation: operations[error.operationId as OperationId],
        id: path?.['id'],
        reference,
        amount,
        currency,
        key: error.idempotencyKey,
        isKeyGiven,
        start,
        ms: now() - start.now,
      };
      writes.set(error, write);
    },

    async reconcile(error: LddPayError): Promise<Reconciliation> {
      if (!writes.has(error)) return UNKNOWN;
      const write = writes.get(error);
      if (!write || error.outcome !== 'unknown' || write.operation.safe) return NOT_FOUND;
      try {
        return await look(write);
      } catch {
        // A read that fails, or that returns something else than it promises, proves nothing.
        return UNKNOWN;
      }
    },
  };
}

function readDate(headers: Headers | undefined): number {
  return readTime(headers?.get('date'))[0];
}
