import type { Input } from '../../generated/methods.js';
import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import { isLddPayError, type LddPayError, type Outcome } from '../errors.js';
import { type Moment, readTime } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';
import { ageOf } from '../lib/remote-clock.js';
import type { ApiResponse } from './api-promise.js';
import { type IntentFacts, readFacts } from './intent-facts.js';
import { type PaymentsReader, readPayments } from './read-payments.js';

/** What became of a write. */
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

/** What identifies the effect of a write. That of an error is kept beside it, never in it. */
interface Write {
  readonly operationId: string | undefined;
  readonly id: string | undefined;
  readonly reference: string | undefined;
  readonly amount: unknown;
  readonly currency: unknown;
  /** Undefined for facts, which have none. */
  readonly key: string | undefined;
  /** Whether another process may have made the write, because its key was not generated for this call. */
  readonly isKeyGiven: boolean;
  readonly outcome: Outcome;
  /** When the first request was sent; undefined when none was, or when that is not known. */
  readonly start: Moment | undefined;
  /** When the call ended, by the monotonic clock in ms. */
  readonly end: number;
  /** Before which time a right clock shows that an effect is not that of the write, in ms since the Unix epoch. */
  readonly since?: number | undefined;
  /** Ids of effects of other writes. */
  readonly except?: ReadonlySet<string>;
  /** Those of the call, which can say in which account it was. */
  readonly headers?: object | undefined;
}

/** A write in progress. */
type Begun = Pick<Write, 'key' | 'operationId' | 'id' | 'reference'>;

/** A write that was sent, as far as another one needs to know. */
interface Rival extends Pick<Write, 'key' | 'outcome' | 'end'> {
  /** By the monotonic clock in ms. */
  readonly sentAt: number;
}

/** The read operations that reconciling needs. */
interface Reader extends PaymentsReader {
  getPaymentActions(
    id: string,
    options: object,
  ): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
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

/** When a request was sent of which that is not known: no time is later or earlier. */
const NEVER: Moment = { now: Number.NaN, date: Number.NaN, headers: undefined };

/** How far apart the clocks of the API's machines may be, in ms. */
const API_SKEW_MS = 5_000;

/** Looks for the effects of writes that failed without a response. */
export function createReconcile({ now, date }: Platform, reader: () => Reader) {
  const writes = new WeakMap<LddPayError, Write>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();
  /** The writes that were sent and failed, by what their effects have in common. */
  const alike = createRecentMap<Rival[]>();
  const inProgress = new Set<Begun>();

  async function look(write: Write): Promise<Reconciliation> {
    const { id, reference, amount, currency, key, isKeyGiven, outcome, start = NEVER, end } = write;
    const { safe, actions }: Operation = operations[write.operationId as OperationId];
    if (safe || !(write.start || isKeyGiven)) return NOT_FOUND;
    // Without anything to look by, the outcome says what is known of this call, and nothing of another process.
    if (id ? !actions[0] : !reference) return isKeyGiven || outcome === 'unknown' ? UNKNOWN : NOT_FOUND;
    let effects: readonly Effect[] = [];
    /** Those of the last response. */
    let headers: Headers | undefined;
    const options = { headers: write.headers };
    if (id) ({ data: effects, headers } = await reader().getPaymentActions(id, options).withResponse());
    else ({ payments: effects, headers } = await readPayments(reader(), String(reference), options));
    // The date then by the clock of this machine, unless it was set since the call began.
    const dateAt = (time: number) => start.date + time - start.now;
    const offset = dateAt(now()) - readDate(headers);
    const isClockRight = offset > -100 && offset < 1_500 && start.now <= now();
    // The effect is not older than what was known of the API's clock before the call. The clock of this machine
    // must agree, in case the clocks of the API do not agree with each other.
    const earliest = isKeyGiven ? isClockRight && write.since : Math.min(readDate(start.headers), start.date);
    const kind = id ? 'action' : 'payment';
    const seen: Effect[] = [];
    const unlike: Effect[] = [];
    let found: Effect | undefined;
    for (const effect of effects) {
      const hasReference = effect.reference === reference;
      const hasAmount = effect.amount === (amount ?? (id ? effect.amount : 0));
      // Payments that do not fit count too: an API may charge something else than what it was asked for.
      const isPossible = !id || (actions.includes(`${effect.type}`) && (hasReference || !reference));
      const [first, last] = readTime(effect.requested_on ?? effect.processed_on);
      const owner = keys.get(effect.id);
      // Before the call, another process may have used a key that was given, but not one that was generated.
      const isOther =
        write.except?.has(effect.id) ||
        (owner && key ? owner !== key : last < Number(earliest) - API_SKEW_MS);
      if (!isPossible || isOther) continue;
      // Actions that do not fit count if none does: several of one reference differ in their amounts.
      if (id && !hasAmount) {
        if (reference) unlike.push(effect);
        continue;
      }
      seen.push(effect);
      if (owner && key) return { result: 'found', [kind]: effect } as Reconciliation;
      const isInTime = isClockRight && !owner && first >= start.date && last <= dateAt(end) + 1;
      const isSame = hasReference && hasAmount && (id ? reference : currency && effect.currency === currency);
      if (isInTime && isSame) found = effect;
    }
    // Of two writes at once that are alike, the effect may be that of the other, unless only that was refused.
    const likeness = likenessOf(write);
    const isInProgress = [...inProgress].some((other) => other.key !== key && likenessOf(other) === likeness);
    const hasRival = alike
      .get(likeness)
      ?.some(
        (other) =>
          other.key !== key &&
          (other.outcome === 'unknown' || outcome !== 'unknown') &&
          other.sentAt < end &&
          other.end > start.now,
      );
    if (found && !seen[1] && !hasRival && !isInProgress)
      return { result: 'found', [kind]: found } as Reconciliation;
    const candidates = seen[0] ? seen : unlike;
    if (candidates[0]) return { result: 'unknown', [`${kind}s`]: candidates } as Reconciliation;
    // What a cache kept may be older than the effect.
    return ageOf(headers) ? UNKNOWN : NOT_FOUND;
  }

  /** Reads facts as the write of a call that has not ended, and whose key another process may have used. */
  function readWrite(given: IntentFacts): Write {
    const { paymentId: id, since, ...facts } = readFacts(given);
    const isKeyGiven = true;
    const outcome = 'unknown';
    const start = since && { now: now() - date() + since[1], date: since[1], headers: undefined };
    const end = Number.POSITIVE_INFINITY;
    return { ...facts, id, key: undefined, isKeyGiven, outcome, start, end, since: since?.[0] };
  }

  return {
    /** Keeps what a write is about until the returned function is called. */
    begin(key: string, operationId: string, { path, body }: Input): () => void {
      const begun = { key, operationId, id: path?.['id'], reference: Object(body).reference };
      inProgress.add(begun);
      return () => inProgress.delete(begun);
    },

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
      headers: object | undefined,
    ): void {
      const { reference, amount, currency } = Object(body);
      const { operationId, idempotencyKey: key, outcome } = error;
      const id = path?.['id'];
      const end = now();
      const effect = { operationId, id, reference, amount, currency };
      const write = { ...effect, key, isKeyGiven, outcome, start, end, headers };
      writes.set(error, write);
      if (!start) return;
      const likeness = likenessOf(write);
      const others = alike.get(likeness) ?? [];
      alike.set(likeness, [...others, { key, outcome, sentAt: start.now, end }].slice(-100));
    },

    /** Looks for the effect of the write of an error of this client, or of one that facts describe. */
    async reconcile(subject: LddPayError | IntentFacts): Promise<Reconciliation> {
      const write = isLddPayError(subject) ? writes.get(subject) : readWrite(subject);
      // A read that fails, or that returns something else than it promises, proves nothing.
      return write ? look(write).catch(() => UNKNOWN) : UNKNOWN;
    },
  };
}

/** Returns what the effects of equal writes have in common. Not the amount: an API may charge another. */
function likenessOf({ operationId, id, reference }: Omit<Begun, 'key'>): string {
  return JSON.stringify([operationId, id, reference]);
}

function readDate(headers: Headers | undefined): number {
  return readTime(headers?.get('date'))[0];
}
