import type { LedgerEntry } from 'lddpay-sandbox';
import { groupBy } from '../../lib/group-by.js';
import type { Intent } from '../orders/lifecycle.js';
import type { Belief } from '../worker/book.js';
import { addCancellations, type BelievedIntent, type Effect, fits, groupEffects } from './effects.js';

/**
 * Where the ledger differs from what the merchant believes:
 * - `double`: an intent took effect more than once
 * - `lost`: it took effect, and the merchant believes that it did not, or the other way round; or nobody knows of it
 */
export interface Discrepancy {
  readonly kind: 'double' | 'lost';
  /** The name of the intent; the key where no intent has it. */
  readonly intent: string;
  readonly problem: string;
  readonly beliefs: readonly Belief[];
  readonly effects: readonly Effect[];
}

/** What one worker does not know of an intent in the end. */
export interface OpenIntent {
  /** The name of the intent. */
  readonly intent: string;
  /** The write, and the reason. */
  readonly problem: string;
  readonly beliefs: readonly Belief[];
  readonly effects: readonly Effect[];
}

/** What holding the ledger against the beliefs shows. */
export interface LedgerCheck {
  readonly discrepancies: readonly Discrepancy[];
  /** What is unknown to a worker in the end. */
  readonly open: readonly OpenIntent[];
  /**
   * How many intents are a question to the provider in the end: the worker sees what may be its effect, or the API
   * refuses the write after an unknown attempt, and the ledger confirms that. By what the worker sees, and what the
   * ledger shows.
   */
  readonly questions: Readonly<Record<string, number>>;
  /** How often "nothing happened" was believed and wrong, and corrected later. */
  readonly corrected: number;
}

/** Holds the ledger against what the merchant believes of its intents. */
export function checkLedger(intents: readonly BelievedIntent[], ledger: readonly LedgerEntry[]): LedgerCheck {
  const effects = new Map(intents.map(({ idempotencyKey }) => [idempotencyKey, [] as Effect[]]));
  const discrepancies: Discrepancy[] = [];
  for (const effect of groupEffects(ledger)) {
    const known = effects.get(effect.idempotencyKey);
    if (known) known.push(effect);
    else discrepancies.push(stray(effect));
  }
  for (const equal of groupBy(intents, ({ intent }) => equality(intent)).values())
    shareEffects(equal, effects);
  addCancellations(intents, effects);
  const alike = groupBy(intents, ({ intent }) => likeness(intent));
  const payments = new Map<string, readonly string[]>();
  const open: OpenIntent[] = [];
  const questions: Record<string, number> = {};
  let corrected = 0;
  for (const believed of intents) {
    const { intent, idempotencyKey } = believed;
    const own = effects.get(idempotencyKey) ?? [];
    if (intent.write === 'requestPayment')
      payments.set(
        intent.order,
        own.map(({ paymentId }) => paymentId),
      );
    const found = checkIntent(believed, own, payments.get(intent.order) ?? []);
    discrepancies.push(...found);
    for (const beliefs of believed.beliefs) {
      const last = beliefs.at(-1);
      if (last?.state === 'open') {
        const isThere = alike.get(likeness(intent))?.some((one) => effects.get(one.idempotencyKey)?.[0]);
        const isDenied = last.candidates === 0 || last.approved === false;
        const isConfirmed = isDenied ? !own[0] : isThere;
        if (last.candidates !== undefined && isConfirmed)
          addTo(questions, describeQuestion(intent, last, own));
        else {
          const problem = `${intent.write}: ${last.reason ?? 'no reason'}`;
          open.push({ intent: intent.name, problem, beliefs, effects: own });
        }
      }
      const isWrong = (belief: Belief) => belief.state === 'nothing' && own.some(({ at }) => at <= belief.at);
      if (found.length === 0 && beliefs.some(isWrong)) corrected += 1;
    }
  }
  return { discrepancies, open, questions, corrected };
}

/** What the effects have in common that a look-up cannot tell apart: a reversal refunds too. */
function likeness({ order, write }: Intent): string {
  return `${order} ${write === 'reversePayment' ? 'refundPayment' : write}`;
}

function describeQuestion(
  { write }: Intent,
  { candidates, approved }: Belief,
  own: readonly Effect[],
): string {
  if (candidates === 0) return `${write}: refused now, after an unknown attempt, and had no effect`;
  if (approved === false)
    return `${write}: sees a declined authorization that may be its own, and had no effect`;
  const seen =
    candidates === 1 ? '1 effect that may be its own' : `${candidates} effects of which one may be`;
  return `${write}: sees ${seen}, and ${own.length > 0 ? 'took effect' : 'had no effect'}`;
}

function addTo(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Two refunds of the same amount are worth the same, and nothing but their keys tells them apart. */
function equality({ order, name, write, amount }: Intent): string {
  return write === 'refundPayment' ? `${order} ${amount}` : name;
}

/** Gives an effect that an intent has too many, or does not believe in, to an equal one that lacks it. */
function shareEffects(equal: readonly BelievedIntent[], effects: ReadonlyMap<string, Effect[]>): void {
  const ownOf = ({ idempotencyKey }: BelievedIntent) => effects.get(idempotencyKey) ?? [];
  const isDone = ({ beliefs }: BelievedIntent) => beliefs.some((own) => own.at(-1)?.state === 'done');
  for (const lacking of equal.filter((one) => isDone(one) && ownOf(one).length === 0)) {
    const giver = equal.find((one) => ownOf(one).length > (isDone(one) ? 1 : 0));
    const given = giver && ownOf(giver).pop();
    if (given) ownOf(lacking).push(given);
  }
}

function checkIntent(
  { intent, beliefs }: BelievedIntent,
  effects: readonly Effect[],
  payments: readonly string[],
): Discrepancy[] {
  const report = (kind: Discrepancy['kind'], problem: string, own: readonly Belief[] = beliefs.flat()) => [
    { kind, intent: intent.name, problem, beliefs: own, effects },
  ];
  if (effects.length > 1) return report('double', `took effect ${effects.length} times`);
  const [effect] = effects;
  if (effect && !fits(effect, intent)) return report('lost', 'the effect is another one than intended');
  if (effect?.entries[0] && !payments.includes(effect.paymentId))
    return report('lost', 'the effect is on another payment');
  if (beliefs.length === 0) return effect ? report('lost', 'took effect, and was never begun') : [];
  return beliefs.flatMap((own) => {
    const problem = contradict(intent, own.at(-1) as Belief, effect);
    return problem === undefined ? [] : report('lost', problem, own);
  });
}

/** Returns what is wrong about a belief. */
function contradict(
  { isRetried }: Intent,
  { state, id, approved, empty }: Belief,
  effect: Effect | undefined,
): string | undefined {
  if (state === 'open') return undefined;
  if (state === 'nothing') return effect && 'believed to have had no effect, and it had';
  if (approved === false) return effect && 'believed to be declined, and it was approved';
  if (empty) return effect && 'believed that nothing was left to do, and it had an effect';
  // Where a charge was not decided, that of its cancellation is checked instead.
  if (!effect && isRetried && approved === undefined) return undefined;
  if (!effect) return 'believed to be done, and it had no effect';
  if (!effect.entries[0]) return undefined;
  const ids = [effect.paymentId, ...effect.entries.map(({ actionId }) => actionId)];
  return id === undefined || ids.includes(id) ? undefined : `believed to be ${id}, which is another effect`;
}

function stray(effect: Effect): Discrepancy {
  const problem = 'took effect under a key that no intent has';
  return { kind: 'lost', intent: effect.idempotencyKey, problem, beliefs: [], effects: [effect] };
}
