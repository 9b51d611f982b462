import { groupBy } from '../../../scripts/lib/group-by.js';
import type { DescriptionPlace, InferredElement } from '../../../scripts/lib/inferred-elements.js';
import type { Evidence } from './evidence.js';

export const VERDICTS = ['refuted', 'confirmed', 'not exercised'] as const;

/** An inferred element, and what a run says about it. */
export interface InferenceResult extends InferredElement {
  /**
   * - `confirmed`: every observation of it matches.
   * - `refuted`: an observation of it does not match.
   * - `not exercised`: there is no observation of it.
   */
  readonly verdict: (typeof VERDICTS)[number];
  /** The first observation that decides; without one the reason why, or an empty string. */
  readonly seen: string;
}

/**
 * Decides about each inferred element.
 *
 * @param reasons The reasons why elements were not exercised, by pointer, where they are known.
 */
export function assessInferences(
  elements: readonly InferredElement[],
  evidence: readonly Evidence[],
  reasons: ReadonlyMap<string, string> = new Map(),
): InferenceResult[] {
  const evidenceByPlace = groupBy(evidence, placeKey);
  return elements.map((element) => {
    const relevant = evidenceByPlace.get(placeKey(element)) ?? [];
    const match = relevant.find(({ matches }) => matches);
    const mismatch = relevant.find(({ matches }) => !matches);
    // One documented response proves that a path exists, however the others look.
    const isRefuted = mismatch && !(match && element.group === 'paths');
    if (isRefuted) return { ...element, verdict: 'refuted', seen: mismatch.seen };
    if (match) return { ...element, verdict: 'confirmed', seen: match.seen };
    return { ...element, verdict: 'not exercised', seen: reasons.get(element.pointer) ?? '' };
  });
}

function placeKey({ pointer, keyword = '' }: DescriptionPlace): string {
  return `${pointer} ${keyword}`;
}
