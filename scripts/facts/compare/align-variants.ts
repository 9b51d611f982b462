import { groupBy } from '../../lib/group-by.js';
import type { OperationFacts, Operations, Page } from '../model/facts.js';
import { compareFacts } from './compare-facts.js';

/** A variant of a body, with its elements by paths relative to the variant. */
interface Variant {
  readonly body: string;
  readonly number: number;
  readonly elements: OperationFacts;
}

/**
 * Numbers the variants of each body on the page as in the known facts: the most similar variants get the same
 * number, since the page lists variants in any order and without names. They are in the order of their numbers, so
 * that another order on the page changes nothing.
 */
export function alignVariants(known: Operations, page: Operations): Operations {
  return mapNames(page, (operation) => alignPaths(known[operation] ?? {}, page[operation] ?? {}));
}

/** Numbers the variants of a whole page, as {@link alignVariants} does, with their texts. */
export function alignPage<T extends Pick<Page, 'operations' | 'texts' | 'terms' | 'prose'>>(
  known: Operations,
  page: T,
): T {
  const { operations, texts, terms, prose } = page;
  const paths = new Map(
    Object.entries(operations).map(([operation, facts]) => [
      operation,
      alignPaths(known[operation] ?? {}, facts),
    ]),
  );
  const align = (operation: string) => paths.get(operation) ?? ((element: string) => element);
  return {
    ...page,
    operations: mapNames(operations, align),
    texts: mapNames(texts, align),
    terms: mapNames(terms, align),
    prose: mapNames(prose, align),
  };
}

/** Gives all elements of each operation the path that `align` returns for the operation and the element. */
function mapNames<T>(
  operations: Readonly<Record<string, Readonly<Record<string, T>>>>,
  align: (operation: string) => (element: string) => string,
): Record<string, Record<string, T>> {
  return Object.fromEntries(
    Object.entries(operations).map(([operation, elements]) => {
      const path = align(operation);
      const aligned = Object.entries(elements).map(([element, value]) => [path(element), value] as const);
      return [operation, Object.fromEntries(sortVariants(aligned))];
    }),
  );
}

/** Sorts the variants of each body by their numbers. All else stays in the order of the page. */
function sortVariants<T>(elements: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  const bodies = groupBy(elements, ([element]) => element.split('(')[0]);
  const numberOf = ([element]: readonly [string, T]) => Number(/\((\d+)\)/.exec(element)?.[1] ?? 0);
  return [...bodies.values()].flatMap((body) => body.sort((a, b) => numberOf(a) - numberOf(b)));
}

/** Returns the path of an element of the page with the numbers of the known facts. */
function alignPaths(known: OperationFacts, page: OperationFacts): (element: string) => string {
  const variants = listVariants(page);
  const numbers = new Map<string, number>();
  for (const body of new Set(variants.map((variant) => variant.body))) {
    const ofBody = (variant: Variant) => variant.body === body;
    for (const [from, to] of pairNumbers(listVariants(known).filter(ofBody), variants.filter(ofBody)))
      numbers.set(`${body}(${from})`, to);
  }
  return (element) => {
    const [variant = '', body = ''] = /^([^(]+)\(\d+\)/.exec(element) ?? [];
    const number = numbers.get(variant);
    return number === undefined ? element : `${body}(${number})${element.slice(variant.length)}`;
  };
}

/**
 * Maps numbers of the page to known numbers, the most similar variants first, and of those the ones that have their
 * number already; the rest get new numbers.
 */
function pairNumbers(known: readonly Variant[], page: readonly Variant[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const candidates = known.flatMap((one) =>
    page.map((other) => ({ from: other.number, to: one.number, distance: distance(one, other) })),
  );
  const isMoved = ({ from, to }: (typeof candidates)[number]) => Number(from !== to);
  for (const { from, to } of candidates.sort((a, b) => a.distance - b.distance || isMoved(a) - isMoved(b))) {
    if (pairs.has(from) || taken.has(to)) continue;
    pairs.set(from, to);
    taken.add(to);
  }
  let next = Math.max(0, ...known.map(({ number }) => number));
  for (const { number } of page) {
    if (!pairs.has(number)) pairs.set(number, ++next);
  }
  return pairs;
}

function distance(one: Variant, other: Variant): number {
  return compareFacts({ variant: one.elements }, { variant: other.elements }).length;
}

function listVariants(facts: OperationFacts): Variant[] {
  return Object.keys(facts).flatMap((element) => {
    const [, body, number] = /^([^(]+)\((\d+)\)$/.exec(element) ?? [];
    if (body === undefined) return [];
    const own = Object.entries(facts).filter(([other]) => other.startsWith(`${element}.`));
    const elements = Object.fromEntries(own.map(([other, fact]) => [other.slice(element.length), fact]));
    return [{ body, number: Number(number), elements }];
  });
}
