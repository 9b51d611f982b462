import type { OperationFacts, Operations } from '../model/facts.js';
import { compareFacts } from './compare-facts.js';

/** A variant of a body, with its elements by paths relative to the variant. */
interface Variant {
  readonly body: string;
  readonly number: number;
  readonly elements: OperationFacts;
}

/**
 * Numbers the variants of each body on the page as in the known facts: the most similar variants get the same
 * number, since the page lists variants in any order and without names.
 */
export function alignVariants(known: Operations, page: Operations): Operations {
  return Object.fromEntries(
    Object.entries(page).map(([operation, facts]) => [
      operation,
      alignOperation(known[operation] ?? {}, facts),
    ]),
  );
}

function alignOperation(known: OperationFacts, page: OperationFacts): OperationFacts {
  const variants = listVariants(page);
  const numbers = new Map<string, number>();
  for (const body of new Set(variants.map((variant) => variant.body))) {
    const ofBody = (variant: Variant) => variant.body === body;
    for (const [from, to] of pairNumbers(listVariants(known).filter(ofBody), variants.filter(ofBody)))
      numbers.set(`${body}(${from})`, to);
  }
  return Object.fromEntries(
    Object.entries(page).map(([element, fact]) => {
      const [variant = '', body = ''] = /^([^(]+)\(\d+\)/.exec(element) ?? [];
      const number = numbers.get(variant);
      return [number === undefined ? element : `${body}(${number})${element.slice(variant.length)}`, fact];
    }),
  );
}

/** Maps numbers of the page to known numbers, the most similar variants first; the rest get new numbers. */
function pairNumbers(known: readonly Variant[], page: readonly Variant[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const candidates = known.flatMap((one) =>
    page.map((other) => ({ from: other.number, to: one.number, distance: distance(one, other) })),
  );
  for (const { from, to } of candidates.sort((a, b) => a.distance - b.distance)) {
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
