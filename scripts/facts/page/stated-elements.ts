import type { Fact, OperationFacts } from '../model/facts.js';
import { PageError } from './page-events.js';
import { inOrder } from './read-statement.js';

/** What the page has stated of one operation so far; what it states twice or in two ways is an error. */
export class StatedElements {
  readonly #facts = new Map<string, Fact>([['operation', {}]]);

  /** Takes up an element that must be new. */
  add(element: string, fact: Fact): void {
    if (this.#facts.has(element)) throw new PageError(`it lists ${element} twice`);
    this.#facts.set(element, fact);
  }

  /** Takes up what is stated of an element, which may be known already. */
  state(element: string, fact: Fact): void {
    const known = this.#facts.get(element) ?? {};
    for (const [keyword, value] of Object.entries(fact)) {
      if (keyword in known && String(known[keyword]) !== String(value)) {
        throw new PageError(`it states ${keyword} of ${element} both as ${known[keyword]} and as ${value}`);
      }
    }
    this.#facts.set(element, inOrder({ ...known, ...fact }));
  }

  /** Takes up one more alternative of a body, and gives its path. */
  addVariant(container: string): string {
    const variants = [...this.#facts.keys()].filter(
      (element) => element.startsWith(`${container}(`) && element.endsWith(')'),
    );
    const variant = `${container}(${variants.length + 1})`;
    this.add(variant, {});
    return variant;
  }

  /** All elements in the order of the page, with their final paths. */
  facts(): OperationFacts {
    const settled = new Map<string, Fact>();
    for (const [element, fact] of settleVariants(this.#facts)) {
      if (settled.has(element)) throw new PageError(`it lists ${element} twice`);
      settled.set(element, fact);
    }
    if (![...settled.keys()].some((element) => element.startsWith('response ')))
      throw new PageError('it lists no response');
    return Object.fromEntries(settled);
  }
}

/**
 * Gives the alternatives of a body their final paths. Only at the end of an operation is it known how many
 * there are: a single one is no alternative, and several that are all arrays are an array of alternatives.
 */
function settleVariants(facts: ReadonlyMap<string, Fact>): [element: string, fact: Fact][] {
  return [...facts].flatMap(([element, fact]): [string, Fact][] => {
    const [, body = element, number = '', rest = ''] = /^([^.(]+)(\(\d+\))(.*)$/.exec(element) ?? [];
    const variants = [...facts].filter(([other]) => other.startsWith(`${body}(`) && other.endsWith(')'));
    const single = variants.length === 1;
    const arrays = variants.length > 1 && variants.every(([, variant]) => variant['type'] === 'array');

    if (number === '') return [[element, single || arrays ? { ...fact, ...variants[0]?.[1] } : fact]];
    if (single) return rest === '' ? [] : [[body + rest, fact]];
    if (arrays) return [[`${body}[]${number}${rest.slice('[]'.length)}`, rest === '' ? {} : fact]];
    return [[element, fact]];
  });
}
