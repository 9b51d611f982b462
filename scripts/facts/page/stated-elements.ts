import type { Fact, OperationFacts } from '../model/facts.js';
import { PageError } from './page-events.js';
import { orderKeywords } from './read-statement.js';

/** Collects what the page states of one operation; a repeated or contradictory statement is an error. */
export class StatedElements {
  readonly #facts = new Map<string, Fact>([['operation', {}]]);

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

  /** Adds a variant of a body and returns its path. */
  addVariant(container: string): string {
    const variants = [...this.#facts.keys()].filter(
      (element) => element.startsWith(`${container}(`) && element.endsWith(')'),
    );
    const variant = `${container}(${variants.length + 1})`;
    this.add(variant, {});
    return variant;
  }

  /** Returns all elements in the order of the page, with their final paths. */
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
 * Returns the elements with the final paths of their variants. The number of variants is known only at the end of
 * an operation: a single variant is the body itself, and several arrays are one array of variants.
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
