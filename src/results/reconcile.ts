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

/** What identifies the effect of a write. Kept beside its error, never in it. */
interface Write {
  readonly id: string | undefined;
  readonly reference: string | undefined;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly key: string | undefined;
  /** Whether the key comes from the caller, who may have used it before in another process. */
  readonly isKeyGiven: boolean;
  /** What its effect has in common with those of equal writes. */
  readonly likeness: string;
  /** When the first request was sent; undefined when none was. */
  readonly start: Moment | undefined;
  /** When the call ended, by the monotonic clock in ms. */
  readonly end: number;
}

/** The read operations that reconciling needs. */
interface Reader {
  getPaymentsList(query: { reference: string | undefined }): {
    pages(): AsyncIterable<Page<unknown, PaymentDetails>>;
  };
  getPaymentActions(id: string): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
}

/** What tells a payment or an action from others. A payment is requested, an action is processed. */
interface Effect {
  readonly id: string;
  readonly type?: unknown;
  readonly reference?: unknown;
  readonly amount?: unknown;
  readonly currency?: unknown;
  readonly requested_on?: unknown;
  readonly processed_on?: unknown;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** How far apart the clocks of the API's machines may be, in ms. */
const API_SKEW_MS = 5_000;

/** Looks for the effects of writes that failed without a response. */
export function createReconcile({ now }: Platform, reader: () => Reader) {
  const writes = new WeakMap<LddPayError, Write>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();
  /** The writes of unknown outcome, by what their effects have in common. */
  const alike = createRecentMap<Write[]>();

  async function look(error: LddPayError): Promise<Reconciliation> {
    const write = writes.get(error);
    if (!write) return UNKNOWN;
    const { id, reference, amount, currency, key, isKeyGiven, likeness, start, end } = write;
    const { safe, actions }: Operation = operations[error.operationId as OperationId];
    if (!start || error.outcome !== 'unknown' || safe) return NOT_FOUND;
    if (id ? !actions[0] : !reference) return UNKNOWN;
    let effects: readonly Effect[] = [];
    /** Those of the last response. */
    let headers: Headers | undefined;
    if (id) ({ data: effects, headers } = await reader().getPaymentActions(id).withResponse());
    else {
      for await (const { items, response } of reader().getPaymentsList({ reference }).pages()) {
        effects = [...effects, ...items];
        ({ headers } = response);
      }
    }
    // The date then by the clock of this machine, unless it was set since the call began.
    const dateAt = (time: number) => start.date + time - start.now;
    const offset = dateAt(now()) - readDate(headers);
    const isClockRight = offset > -100 && offset < 1_500;
    // The effect is not older than what was known of the API's clock before the call. The clock of this machine
    // must agree, in case the clocks of the API do not agree with each other.
    const earliest = Math.min(readDate(start.headers), start.date) - API_SKEW_MS;
    const kind = id ? 'action' : 'payment';
    const seen: Effect[] = [];
    let found: Effect | undefined;
    for (const effect of effects) {
      const hasReference = effect.reference === reference;
      const hasAmount = effect.amount === (amount ?? (id ? effect.amount : 0));
      // Payments that do not fit count too: an API may charge something else than what it was asked for.
      const isPossible =
        !id || (actions.includes(`${effect.type}`) && (hasReference || !reference) && hasAmount);
      const [first, last] = readTime(effect.requested_on ?? effect.processed_on);
      const owner = keys.get(effect.id);
      // Before the call, another process may have used a key that was given, but not one that was generated.
      const isOther = owner ? owner !== key : !isKeyGiven && last < earliest;
      if (!isPossible || isOther) continue;
      seen.push(effect);
      if (owner) return { result: 'found', [kind]: effect } as Reconciliation;
      const isInTime = isClockRight && first >= start.date && last <= dateAt(end) + 1;
      if (isInTime && hasReference && hasAmount && (id ? reference : effect.currency === currency))
        found = effect;
    }
    // Of two writes at once that are alike, the effect may be that of the other.
    const hasRival = alike
      .get(likeness)
      ?.some((other) => other.key !== key && Number(other.start?.now) < end && other.end > start.now);
    if (found && !seen[1] && !hasRival) return { result: 'found', [kind]: found } as Reconciliation;
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
      const { operationId, idempotencyKey: key, outcome } = error;
      const id = path?.['id'];
      const likeness = `${operationId} ${id} ${reference}`;
      const write = { id, reference, amount, currency, key, isKeyGiven, likeness, start, end: now() };
      writes.set(error, write);
      if (outcome === 'unknown') alike.set(likeness, [...(alike.get(likeness) ?? []), write].slice(-100));
    },

    // A read that fails, or that returns something else than it promises, proves nothing.
    reconcile: (error: LddPayError): Promise<Reconciliation> => look(error).catch(() => UNKNOWN),
  };
}

function readDate(headers: Headers | undefined): number {
  return readTime(headers?.get('date'))[0];
}
