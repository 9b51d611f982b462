import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import { isLddPayError, type LddPayError } from '../errors.js';
import { type Moment, readDate, readTime } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { ageOfList } from '../lib/remote-clock.js';
import { type IntentFacts, readFacts } from './intent-facts.js';
import { compareReference, compareType, type Likeness } from './likeness.js';
import { type ActionsReader, readActions } from './read-actions.js';
import { type PaymentsReader, readPayments } from './read-payments.js';
import { CLOCK_TOLERANCE_MS } from './rivals.js';
import type { Write, WriteRecords } from './write-records.js';

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

/** The read operations that reconciling needs. */
interface Reader extends PaymentsReader, ActionsReader {}

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

/** What a look returned. */
interface Effects {
  readonly effects: readonly Effect[];
  readonly headers: Headers | undefined;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** Stands for a moment that is not known: no time is later or earlier than it. */
const NEVER: Moment = { now: Number.NaN, date: Number.NaN, headers: undefined };

/**
 * How far apart the clocks of the API's machines may be, in ms. Less than DATE_TOLERANCE_MS, because the clock of this
 * machine must agree as well.
 */
const API_SKEW_MS = 5_000;

/**
 * Returns what was known of the API's clock before a call, in ms since the Unix epoch: nothing of the call is older. NaN
 * when nothing was. The clock of this machine must agree, in case the clocks of the API do not agree with each other.
 */
function apiDateOf({ headers, date }: Moment): number {
  return Math.min(readDate(headers), date);
}

/** Creates the function that looks for the effect of a write, given its error or facts. */
export function createReconcile({ now, date }: Platform, writes: WriteRecords, reader: () => Reader) {
  async function look(write: Write): Promise<Reconciliation> {
    const { id, reference, key, isKeyGiven, outcome } = write;
    const { safe, actions }: Operation = operations[write.operationId as OperationId];
    if (safe || !(write.start || isKeyGiven)) return NOT_FOUND;
    // Without anything to look by, the outcome says what is known of this call, and nothing of another process.
    if (id ? !actions[0] : !reference) return isKeyGiven || outcome === 'unknown' ? UNKNOWN : NOT_FOUND;
    const { effects, headers } = await readEffects(write);
    const { own, likely, possible } = classify(write, effects, headers);
    const found = own ?? (!likely || possible[1] || writes.hasRival(write, likely.id) ? undefined : likely);
    const kind = id ? 'action' : 'payment';
    // One that is surely its own can be older than this call, whose key may have ended since.
    if (found && key && !own) writes.settle(key, found.id);
    if (found) return { result: 'found', [kind]: found } as Reconciliation;
    if (possible[0]) return { result: 'unknown', [`${kind}s`]: possible } as Reconciliation;
    // What a cache kept may be older than the effect, and not every cache says so.
    const { start = NEVER } = write;
    const isOld = readDate(headers) < apiDateOf(start) - API_SKEW_MS;
    return isOld || ageOfList(headers, readDate(start.headers) > 0) ? UNKNOWN : NOT_FOUND;
  }

  /** Reads what may be the effect of a write, with the headers of the last response. */
  async function readEffects({ id, reference, headers: sent }: Write): Promise<Effects> {
    const options = { headers: sent };
    if (id) {
      const { actions: effects, headers } = await readActions(reader(), id, options);
      return { effects, headers };
    }
    const { payments: effects, headers } = await readPayments(reader(), String(reference), options);
    return { effects, headers };
  }

  /** Tells effects apart: the one that is surely that of a write, the one that likely is, and those that may be. */
  function classify(write: Write, effects: readonly Effect[], headers: Headers | undefined) {
    const { id, reference, amount, currency, key, isKeyGiven, start = NEVER, end } = write;
    const { actions }: Operation = operations[write.operationId as OperationId];
    // The date then by the clock of this machine, unless it was set since the call began.
    const dateAt = (time: number) => start.date + time - start.now;
    const offset = dateAt(now()) - readDate(headers);
    const isClockRight = offset > -100 && offset < CLOCK_TOLERANCE_MS && start.now <= now();
    const earliest = isKeyGiven ? isClockRight && write.since : apiDateOf(start);
    const seen: Effect[] = [];
    const unlike: Effect[] = [];
    let own: Effect | undefined;
    let likely: Effect | undefined;
    for (const effect of effects) {
      const hasReference = effect.reference === reference;
      const hasAmount = effect.amount === (amount ?? (id ? effect.amount : 0));
      // Payments that do not fit count too: an API may charge something else than what it was asked for.
      const likeness = id ? compareAction(effect, actions, reference) : 'same';
      const [first, last] = readTime(effect.requested_on ?? effect.processed_on);
      const owner = writes.ownerOf(effect.id);
      // Before the call, another process may have used a key that was given, but not one that was generated.
      const isOther =
        write.except?.has(effect.id) ||
        (owner && key ? owner !== key : last < Number(earliest) - API_SKEW_MS);
      if (likeness === 'other' || isOther) continue;
      // Actions of another amount count if none has the same: several of one reference differ in their amounts.
      if (id && !hasAmount) {
        const isSilent = typeof effect.amount !== 'number';
        if (isSilent || (reference && likeness === 'same')) unlike.push(effect);
        continue;
      }
      seen.push(effect);
      if (owner && key) own ??= effect;
      const isInTime = isClockRight && !owner && first >= start.date && last <= dateAt(end) + 1;
      const isSame = hasReference && hasAmount && (id ? reference : currency && effect.currency === currency);
      if (isInTime && isSame && likeness === 'same') likely = effect;
    }
    return { own, likely, possible: seen[0] ? seen : unlike };
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

  return async (subject: LddPayError | IntentFacts): Promise<Reconciliation> => {
    const write = isLddPayError(subject) ? writes.find(subject) : readWrite(subject);
    // A read that fails, or that returns something else than it promises, proves nothing.
    return write ? look(write).catch(() => UNKNOWN) : UNKNOWN;
  };
}

/** Compares an action with a write. What it leaves out, or says in another form, does not make it another's. */
function compareAction(
  { type, reference }: Effect,
  types: readonly string[],
  sent: string | undefined,
): Likeness {
  const all = [compareType(type, types), sent ? compareReference(reference, sent) : 'same'];
  if (all.includes('other')) return 'other';
  return all.includes('unclear') ? 'unclear' : 'same';
}
