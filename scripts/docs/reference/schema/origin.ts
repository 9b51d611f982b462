import { appendKey } from '../../../lib/json-pointer.js';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import type { Layer } from './layers.js';

/** The inferred elements of the description by their pointers. */
export type InferredElements = ReadonlyMap<string, InferredElement>;

/** Where an element comes from: stated by the page unless `whole` is set, apart from some of its keywords. */
export interface Origin {
  /** The mark of the whole element. */
  readonly whole: InferredElement | undefined;
  /** Whether the mark is that of the object that the element belongs to. */
  readonly inherited: boolean;
  /** The marks of single keywords. */
  readonly keywords: readonly KeywordMark[];
}

/** The mark of a keyword that the page does not state. */
export interface KeywordMark {
  readonly keyword: string;
  readonly element: InferredElement;
}

/** Reads the `x-inferred` marks of an element. */
export function readOrigin(
  layers: readonly Layer[],
  elements: InferredElements,
  inheritedMark?: InferredElement,
): Origin {
  const own = layers.map(({ pointer }) => elements.get(pointer)).find((element) => element !== undefined);
  const keywords = layers.flatMap(({ value, pointer }, index) => {
    const mark = 'x-inferred' in value ? value['x-inferred'] : undefined;
    if (typeof mark !== 'object' || mark === null) return [];
    return Object.keys(mark).flatMap((keyword) => {
      // A text replaces that of later layers.
      const isReplaced =
        keyword === 'description' && layers.slice(0, index).some((one) => keyword in one.value);
      if (isReplaced) return [];
      const element = elements.get(appendKey(pointer, keyword));
      return element ? [{ keyword, element }] : [];
    });
  });
  return {
    whole: own ?? inheritedMark,
    inherited: own === undefined && inheritedMark !== undefined,
    keywords,
  };
}

/** Returns the mark that applies to everything below a keyword of an element. */
export function findMarkOf({ whole, keywords }: Origin, keyword: string): InferredElement | undefined {
  return keywords.find((mark) => mark.keyword === keyword)?.element ?? whole;
}
