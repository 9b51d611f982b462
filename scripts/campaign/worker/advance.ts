import { isLddPayError } from 'lddpay';
import type { Merchant, Settlement } from '../merchants/merchant.js';
import type { Intent, PaymentLifecycle } from '../orders/lifecycle.js';
import { createRandom } from '../orders/random.js';
import type { Belief, Book } from './book.js';

/** A part of the campaign: days lie between most of them. */
export interface Phase {
  readonly number: number;
  /** How far the clock of the API is ahead of the real time, in ms. */
  readonly offset: number;
  /** Whether no faults strike any more, so that what is open can settle. */
  readonly isQuiet: boolean;
}

/** The circumstances in which a worker advances its lifecycles. */
export interface Situation {
  readonly merchant: Merchant;
  readonly book: Book;
  readonly seed: number;
  readonly phase: Phase;
  /** The time of the API, in ms since the Unix epoch. */
  readonly now: () => number;
  /** Waits before the next work after an intent that is not done, as queues do. */
  readonly backOff: () => Promise<unknown>;
  /** Receives the errors that the merchant sees. */
  readonly onError: (error: unknown) => void;
}

/**
 * Advances a lifecycle as far as it goes in this phase: an intent that is open, or is to be tried again, waits for
 * the next one.
 *
 * @returns Whether nothing is left to do.
 */
export async function advance({ intents }: PaymentLifecycle, situation: Situation): Promise<boolean> {
  const { book, phase } = situation;
  let paymentId = '';
  for (const intent of intents) {
    let belief = book.get(intent.name).beliefs.at(-1);
    if (!isSettled(intent, belief, situation)) {
      if (belief?.phase === phase.number) return false;
      belief = await carryOut(intent, paymentId, situation);
      if (!isSettled(intent, belief, situation)) return false;
    }
    if (intent.write !== 'requestPayment') continue;
    if (belief?.state !== 'done' || belief.approved === false) return true;
    paymentId = String(belief.id);
  }
  return true;
}

/** Carries out an intent, or leaves it for the next phase where a kill interrupted it in this one. */
async function carryOut(intent: Intent, paymentId: string, situation: Situation): Promise<Belief> {
  const { merchant, book, seed, phase } = situation;
  const isInterrupted = book.get(intent.name).begun === phase.number;
  if (isInterrupted && !phase.isQuiet && decide(seed, `${intent.name} waits`)) {
    return believe(intent, { state: 'open' }, situation, 'interrupted');
  }
  await book.add({ intent: intent.name, begun: phase.number });
  const belief = await believe(intent, await merchant.carryOut(intent, paymentId), situation);
  if (belief.state !== 'done') await situation.backOff();
  return belief;
}

/** Keeps what the merchant believes of an intent. */
export async function believe(
  intent: Pick<Intent, 'name'>,
  settlement: Settlement,
  { book, phase, now, onError }: Situation,
  reason?: string,
): Promise<Belief> {
  const { error, tryAfterMs, ...state } = { error: undefined, tryAfterMs: undefined, ...settlement };
  if (error !== undefined) onError(error);
  const reasons = [reason, error && describeError(error), describeWait(tryAfterMs)];
  const belief: Belief = {
    ...state,
    reason: reasons.filter((one) => one !== undefined).join(', ') || undefined,
    phase: phase.number,
    at: now(),
  };
  await book.add({ intent: intent.name, belief });
  return belief;
}

/** Whether the merchant is through with an intent: it gives up half of those of which it believes nothing happened. */
function isSettled(intent: Intent, belief: Belief | undefined, { seed, phase }: Situation): boolean {
  if (belief?.state !== 'nothing') return belief?.state === 'done';
  return phase.isQuiet || decide(seed, `${intent.name} gives up in ${belief.phase}`);
}

function decide(seed: number, question: string): boolean {
  return createRandom(seed, question)() < 0.5;
}

function describeWait(tryAfterMs: number | undefined): string | undefined {
  if (tryAfterMs === undefined) return undefined;
  return tryAfterMs === Number.POSITIVE_INFINITY ? 'waiting changes nothing' : 'try later';
}

function describeError(error: unknown): string {
  if (!isLddPayError(error)) return error instanceof Error ? error.name : typeof error;
  const { kind, outcome, status, attempts, errorCodes } = error;
  const detail = status ?? attempts.at(-1)?.errorCode ?? '';
  return [outcome, kind, detail, ...errorCodes].filter((part) => part !== '').join(' ');
}
