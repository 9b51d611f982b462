import type { Input } from '../../generated/methods.js';
import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { LddPayError } from '../errors.js';
import { type Moment, readTime } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { RecentMap } from '../lib/recent-map.js';
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
      /** The payments that the write may have made. */
      readonly payments?: readonly PaymentDetails[] | undefined;
      /** The actions that the write may have made. */
      readonly actions?: readonly PaymentAction[] | undefined;
    };

/** What identifies the effect of a write. Kept beside the error, never in it. */
interface WriteRecord {
  readonly operation: Operation;
  readonly id: string | undefined;
  readonly reference: string | undefined;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly key: string | undefined;
  /** Whether the key comes from the caller. Another process may have used it before. */
  readonly isKeyGiven: boolean;
  /** When the first request was sent; undefined when none was. */
  readonly start: Moment | undefined;
  /** When the call failed, by the monotonic clock in ms. */
  readonly end: number;
}

/** The read operations that reconciling needs. */
interface Reader {
  getPaymentsList(query: { reference: string }): { pages(): AsyncIterable<Page<unknown, PaymentDetails>> };
  getPaymentActions(id: string): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
}

/** What a payment and an action have in common. */
interface Effect {
  readonly id: string;
  readonly requested_on?: unknown;
  readonly processed_on?: unknown;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** How many payments and actions are remembered with their keys. */
const CAPACITY = 10_000;

/** How far apart the clocks of the API's own machines may be, in ms. */
const API_SKEW_MS = 5_000;

/** How late a `Date` header may be, in ms: servers renew it with a timer. */
const TOLERANCE_MS = 100;

/** Looks for the effects of writes that failed without a response. */
export function createReconcile({ now }: Platform, reader: () => Reader) {
  const records = new WeakMap<LddPayError, WriteRecord>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = new RecentMap<string>(CAPACITY);

  async function findPayment(record: WriteRecord, reference: string): Promise<Reconciliation> {
    const { amount = 0, currency } = record;
    const payments: PaymentDetails[] = [];
    let last: ApiResponse<unknown> | undefined;
    for await (const { items, response } of reader().getPaymentsList({ reference }).pages()) {
      payments.push(...items);
      last = response;
    }
    // Others count too: an API may charge, or list, something else than what it was asked for.
    const matching = payments.filter(
      (payment) =>
        payment.reference === reference && payment.amount === amount && payment.currency === currency,
    );
    const [payment, seen] = identify(record, payments, matching, last);
    if (payment) return { result: 'found', payment };
    return seen.length > 0 ? { result: 'unknown', payments: seen } : NOT_FOUND;
  }

  async function findAction(record: WriteRecord, id: string): Promise<Reconciliation> {
    const { operation, reference, amount } = record;
    const response = await reader().getPaymentActions(id).withResponse();
    const matching = response.data.filter(
      (action) =>
        operation.actions.includes(action.type) &&
        (reference === undefined || action.reference === reference) &&
        (amount === undefined || action.amount === amount),
    );
    const [action, seen] = identify(record, matching, matching, response);
    if (action) return { result: 'found', action };
    return seen.length > 0 ? { result: 'unknown', actions: seen } : NOT_FOUND;
  }

  /** Returns the effect of a write, and those that can be it. */
  function identify<Item extends Effect>(
    record: WriteRecord,
    effects: readonly Item[],
    matching: readonly Item[],
    response: ApiResponse<unknown> | undefined,
  ): [effect: Item | undefined, seen: readonly Item[]] {
    const { key, isKeyGiven, start, reference } = record;
    const own = matching.find(({ id }) => key && keys.get(id) === key);
    // What was made under another key belongs to another write. So does what is older than the call, unless
    // another process may have used the key before.
    const seen = effects.filter(
      (effect) => (keys.get(effect.id) ?? key) === key && (isKeyGiven || !isOlder(effect, start)),
    );
    const [effect, another] = seen;
    const isFound =
      effect &&
      !another &&
      reference &&
      matching.includes(effect) &&
      isDuring(effect, record, response, now());
    return [own ?? (isFound ? effect : undefined), seen];
  }

  return {
    /** Keeps the key under which a payment, or an action of one, was made. */
    learn(key: string, { path }: Input, data: unknown): void {
      const id = (Object(data) as Record<string, unknown>)[path ? 'action_id' : 'id'];
      if (typeof id === 'string') keys.set(id, key);
    },

    /** Keeps what identifies the write of an error, for as long as the error lives. */
    remember(
      error: LddPayError,
      { path, body }: Input,
      start: Moment | undefined,
      isKeyGiven: boolean,
    ): void {
      const { reference, amount, currency } = Object(body) as Record<string, unknown>;
      records.set(error, {
        operation: operations[error.operationId as OperationId],
        id: path?.['id'],
        reference: typeof reference === 'string' && reference ? reference : undefined,
        amount: amount ?? undefined,
        currency,
        key: error.idempotencyKey,
        isKeyGiven,
        start,
        end: now(),
      });
    },

    async reconcile(error: LddPayError): Promise<Reconciliation> {
      const record = records.get(error);
      if (!record) return UNKNOWN;
      const { operation, id, reference } = record;
      if (error.outcome !== 'unknown' || operation.safe) return NOT_FOUND;
      try {
        if (id === undefined) return reference ? await findPayment(record, reference) : UNKNOWN;
        return operation.actions.length > 0 ? await findAction(record, id) : UNKNOWN;
      } catch {
        // A read that fails, or that returns something else than it promises, proves nothing.
        return UNKNOWN;
      }
    },
  };
}

/** Whether something was made before the API's last response before the call. */
function isOlder(effect: Effect, start: Moment | undefined): boolean {
  const [, last] = timeOf(effect);
  const [known] = readTime(start?.headers?.get('date'));
  // The clock of this machine must agree, in case those of the API do not agree with each other.
  return last < Math.min(known, start?.date ?? Number.NaN) - API_SKEW_MS;
}

/** Whether something was made during the call, by the clock of this machine, provided that the API's agrees. */
function isDuring(
  effect: Effect,
  { start, end }: WriteRecord,
  response: ApiResponse<unknown> | undefined,
  readAt: number,
): boolean {
  if (!start || !response) return false;
  const [first, last] = timeOf(effect);
  const [dateFirst, dateLast] = readTime(response.headers.get('date'));
  // Local times by the monotonic clock, so that setting the clock after the call does not matter.
  const localDate = start.date + readAt - start.now;
  const ms = response.attempts.at(-1)?.ms ?? 0;
  return (
    first >= start.date &&
    last <= start.date + end - start.now + 1 &&
    dateFirst - TOLERANCE_MS <= localDate &&
    localDate - ms <= dateLast + TOLERANCE_MS
  );
}

/** Actions have the second time alone, payouts have both. */
function timeOf({ requested_on, processed_on }: Effect): readonly [first: number, last: number] {
  return readTime(requested_on ?? processed_on);
}
