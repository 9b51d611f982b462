import type { InferredElement, Site } from './inferred.js';
import type { Sign } from './signs.js';

export const VERDICTS = ['refuted', 'confirmed', 'not exercised'] as const;

/** What a run says of something that is inferred. */
export interface Verdict extends InferredElement {
  /**
   * - `confirmed`: it was seen, and held wherever it was.
   * - `refuted`: it was seen not to hold.
   * - `not exercised`: nothing that was seen says anything of it.
   */
  readonly verdict: (typeof VERDICTS)[number];
  /** Where that shows first; empty when it was not exercised. */
  readonly seen: string;
}

/** Weighs what was seen of each inferred element. */
export function verdictsOf(elements: readonly InferredElement[], signs: readonly Sign[]): Verdict[] {
  return elements.map((element) => {
    const own = signs.filter((sign) => isSame(sign, element));
    const held = own.find((sign) => sign.held);
    const broken = own.find((sign) => !sign.held);
    // One documented answer shows that a path is there, whatever else it answers.
    const [verdict, sign] =
      broken && !(held && element.group === 'paths')
        ? (['refuted', broken] as const)
        : held
          ? (['confirmed', held] as const)
          : (['not exercised', undefined] as const);
    return { ...element, verdict, seen: sign?.seen ?? '' };
  });
}

function isSame(one: Site, other: Site): boolean {
  return one.pointer === other.pointer && one.keyword === other.keyword;
}
