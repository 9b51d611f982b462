import type { Deviation } from '../findings/deviations.js';
import type { InferenceResult } from '../findings/inference-results.js';
import type { MeaningResult } from '../meaning/check-meaning.js';

/** The findings of a run. They contain no value from the provider, apart from statuses and harmless names. */
export interface Report {
  /** The operations in the order of the description, and how often each status was returned. */
  readonly answered: readonly {
    readonly operationId: string;
    readonly statuses: Readonly<Record<string, number>>;
  }[];
  readonly deviations: readonly Deviation[];
  /** The checks of what responses mean. Their deviations are among the others. An observer makes none. */
  readonly meaning?: readonly MeaningResult[];
  readonly inferred: readonly InferenceResult[];
  /** Notes on what was not checked for want of a setting, and on what is no deviation. */
  readonly notes: readonly string[];
  /** What was not checked although its settings are there, with the reason. An observer has none. */
  readonly unchecked?: readonly string[];
  /** The settings to change, since the provider does not accept them or nothing can be checked with them. */
  readonly settings?: readonly string[];
  /** The payments of this run that may still hold money; null when there are none. */
  readonly held: HeldPayments | null;
}

/** Payments that may still hold money, and their common reference. */
export interface HeldPayments {
  readonly reference: string;
  /** Empty when the payments could not be found. */
  readonly paymentIds: readonly string[];
}

/** Returns true when a run needs no action. */
export function isClean({ deviations, held }: Report): boolean {
  return deviations.length === 0 && held === null;
}

/** The exit status for a report: 1 for findings, also where a part was not checked, which alone is 2. */
export function exitStatus(report: Report): number {
  if (!isClean(report)) return 1;
  const { settings = [], unchecked = [] } = report;
  return settings.length + unchecked.length === 0 ? 0 : 2;
}

/** Formats a deviation in one line: operation, status, place, problem. */
export function formatDeviation({ operationId, status, place, problem }: Deviation): string {
  return `${operationId}${status === null ? '' : ` ${status}`}: ${place} ${problem}`;
}

/** Describes payments that may still hold money in a sentence. */
export function describeHeldPayments({ reference, paymentIds }: HeldPayments): string {
  const payments = paymentIds.join(', ') || 'payments that could not be found';
  return `Money may still be held: ${payments}, with the reference ${reference}. Void or refund it by hand.`;
}
