import type { Outcome } from 'lddpay';
import { groupBy } from '../../lib/group-by.js';
import type { Effect } from './effects.js';

/** A call of the client that sends an idempotency key. Times are by the clock of the API, in ms since the Unix epoch. */
export interface ReportedCall {
  readonly operationId: string;
  readonly idempotencyKey: string;
  /** What its error said; undefined for a call that succeeded, and for one that a kill interrupted. */
  readonly outcome: Outcome | undefined;
  /** When its first request was sent; undefined when none was. */
  readonly sentAt: number | undefined;
  /** When its last event happened. */
  readonly endedAt: number;
}

/** A call that reported that it had no effect, and had one. */
export interface FalseOutcome extends ReportedCall {
  readonly effect: Effect;
}

/** How long after a call its requests can still have an effect, in ms: some arrive late, and the clock may jump. */
const LATEST_EFFECT = 90_000;

/**
 * Finds effects that no call can have had if what the calls reported is true: all of those that can have caused it
 * reported `rejected` or `not_sent`.
 */
export function findFalseOutcomes(
  calls: readonly ReportedCall[],
  effects: readonly Effect[],
): FalseOutcome[] {
  const byKey = groupBy(calls, ({ idempotencyKey }) => idempotencyKey);
  return effects.flatMap((effect) => {
    const own = byKey.get(effect.idempotencyKey) ?? [];
    const sent = own.filter((call) => canCause(call, effect));
    // What was sent without an event is the effect of one that says that it sent nothing.
    const causes = sent.length > 0 ? sent : own;
    const deniers = causes.filter(({ outcome }) => outcome === 'rejected' || outcome === 'not_sent');
    return deniers.length < causes.length ? [] : deniers.map((call) => ({ ...call, effect }));
  });
}

function canCause({ sentAt, endedAt }: ReportedCall, { at }: Effect): boolean {
  return sentAt !== undefined && at >= sentAt && at <= endedAt + LATEST_EFFECT;
}

/** Counts the calls by what they reported. */
export function countOutcomes(calls: readonly ReportedCall[]): Record<Outcome, number> {
  const counts = { not_sent: 0, rejected: 0, unknown: 0 };
  for (const { outcome } of calls) if (outcome) counts[outcome] += 1;
  return counts;
}
