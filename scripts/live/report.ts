import type { Deviation } from './deviations.js';
import type { Verdict } from './verdicts.js';

/** What a run has found. Nothing in it is a value that the provider sent, but for statuses and names of its own. */
export interface Report {
  /** The operations in the order of the description, and how often each status answered. */
  readonly answered: readonly {
    readonly operationId: string;
    readonly statuses: Readonly<Record<string, number>>;
  }[];
  readonly deviations: readonly Deviation[];
  readonly inferred: readonly Verdict[];
  /** What was not looked at, and why. */
  readonly notes: readonly string[];
  /** What may still be held of the payments of this run; null when nothing is. */
  readonly held: Held | null;
}

/** Payments that money is still held of, and the reference that they carry. */
export interface Held {
  readonly reference: string;
  readonly paymentIds: readonly string[];
}

/** Whether there is nothing to do about a run. */
export function isClean({ deviations, held }: Report): boolean {
  return deviations.length === 0 && held === null;
}

/** A deviation in a line: operation, status, place, what is wrong. */
export function inOneLine({ operationId, status, place, problem }: Deviation): string {
  return `${operationId}${status === null ? '' : ` ${status}`}: ${place} ${problem}`;
}

/** What may still be held, in a sentence. */
export function heldInWords({ reference, paymentIds }: Held): string {
  const payments = paymentIds.join(', ') || 'payments that could not be found';
  return `Money may still be held: ${payments}, with the reference ${reference}. Release it by hand.`;
}
