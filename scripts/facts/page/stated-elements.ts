import type { Fact, OperationFacts } from '../model/facts.js';
import { PageError } from './page-events.js';
import { orderKeywords } from './read-statement.js';

/** Collects what the page states of one operation; a repeated or contradictory statement is an error. */
export class StatedElements {
  readonly #facts = new Map<string, Fact>([['operation', {}]]);
  readonly #prose = new Map<string, string[]>();

  /** Adds a new element. */
  add(element: string, fact: Fact): void {
    if (this.#facts.has(element)) throw new PageError(`it lists ${element} twice`);
    this.#facts.set(element, fact);
  }

  /** Adds a fact to an element, which may exist already. */
  state(element: string, fact: Fact): void {
    const known = this.#facts.get(element) ?? {};
    for (const [keyword, value] of Object.entries(fact)) {
      if (keyword in known && String(known[keyword]) !== String(value)) {
        throw new PageError(`it states ${keyword} of ${element} both as ${known[keyword]} and as ${value}`);
      }
    }
    this.#facts.set(element, orderKeywords({ ...known, ...fact }));
  }

  /** Adds a text to an element or section. */
  describe(element: string, text: string): void {
    if (text !== '') this.#prose.set(element, [...(this.#prose.get(element) ?? []), text]);
  }

  /** Adds a variant of a body and returns its path. */
  addVariant(container: string): string {
    const variants = selectVariants(container, this.#listVariants());
    const variant = `${container}(${variants.length + 1})`;
    this.add(variant, {});
    return variant;
  }

  /** Returns all elements in the order of the page, with their final paths. */
  facts(): OperationFacts {
    const variants = this.#listVariants();
    const settled = new Map<string, Fact>();
    for (const [element, fact] of settleVariants(this.#facts, variants)) {
      const path = settlePath(element, variants);
      if (settled.has(path)) throw new PageError(`it lists ${path} twice`);
      settled.set(path, fact);
    }
    if (![...settled.keys()].some((element) => element.startsWith('response ')))
      throw new PageError('it lists no response');
    return Object.fromEntries(settled);
  }

  /** Returns the text of all elements and sections, with their final paths. */
  prose(): Readonly<Record<string, string>> {
    const variants = this.#listVariants();
    const settled = new Map<string, string>();
    for (const [element, texts] of this.#prose) {
      const path = settlePath(element, variants);
      settled.set(path, [settled.get(path) ?? [], ...texts].flat().join(' '));
    }
    return Object.fromEntries(settled);
  }

  #listVariants(): Variants {
    return [...this.#facts].filter(([element]) => element.endsWith(')'));
  }
}

/** The variants of all bodies of an operation. */
type Variants = readonly (readonly [element: string, fact: Fact])[];

/** The facts of the elements with their variants worked in; a single variant is the body itself. */
function settleVariants(
  facts: ReadonlyMap<string, Fact>,
  variants: Variants,
): [element: string, fact: Fact][] {
  return [...facts].flatMap(([element, fact]): [string, Fact][] => {
    const { isVariant, rest, first, form } = findVariant(element, variants);
    if (!isVariant) return [[element, form === 'several' ? fact : { ...fact, ...first }]];
    if (rest !== '' || form === 'several') return [[element, fact]];
    return form === 'single' ? [] : [[element, {}]];
  });
}

/** The final path of an element, as in {@link findVariant}. */
function settlePath(element: string, variants: Variants): string {
  const { isVariant, body, number, rest, form } = findVariant(element, variants);
  if (!isVariant || form === 'several') return element;
  return form === 'single' ? body + rest : `${body}[]${number}${rest.slice('[]'.length)}`;
}

/**
 * Finds the variant that an element is part of. The number of variants is known only at the end of an operation:
 * a single variant is the body itself, and several arrays are one array of variants.
 */
function findVariant(element: string, all: Variants) {
  const [, body = element, number = '', rest = ''] = /^([^.(]+)(\(\d+\))(.*)$/.exec(element) ?? [];
  const variants = selectVariants(body, all);
  const arrays = variants.length > 1 && variants.every(([, variant]) => variant['type'] === 'array');
  const form = variants.length === 1 ? 'single' : arrays ? 'arrays' : 'several';
  return { isVariant: number !== '', body, number, rest, first: variants[0]?.[1], form } as const;
}

function selectVariants(body: string, variants: Variants): Variants {
  return variants.filter(([element]) => element.startsWith(`${body}(`));
}
