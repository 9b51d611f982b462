import { type Constraint, type Fact, isBelow, type OperationFacts, type Operations } from '../model/facts.js';

/** A difference between two sets of facts. */
export interface Mismatch {
  readonly operation: string;
  readonly element: string;
  /** missing: only before; extra: only after; different: a keyword has another value. */
  readonly kind: 'missing' | 'extra' | 'different';
  readonly keyword?: string;
  readonly before?: Constraint;
  readonly after?: Constraint;
}

/** Compares two sets of facts. Elements below a missing or extra element are not listed. */
export function compareFacts(before: Operations, after: Operations): Mismatch[] {
  return union(before, after).flatMap((operation): Mismatch[] => {
    const { [operation]: old } = before;
    const { [operation]: current } = after;
    if (!old || !current) return [{ operation, element: 'operation', kind: old ? 'missing' : 'extra' }];
    return [
      ...topmostOnlyIn(old, current).map((element) => ({ operation, element, kind: 'missing' as const })),
      ...topmostOnlyIn(current, old).map((element) => ({ operation, element, kind: 'extra' as const })),
      ...Object.entries(old).flatMap(([element, fact]) =>
        differences(fact, current[element] ?? fact).map((difference) => ({
          operation,
          element,
          ...difference,
        })),
      ),
    ];
  });
}

function topmostOnlyIn(elements: OperationFacts, others: OperationFacts): string[] {
  const only = Object.keys(elements).filter((element) => !(element in others));
  return only.filter((element) => !only.some((ancestor) => isBelow(element, ancestor)));
}

function differences(before: Fact, after: Fact): Omit<Mismatch, 'operation' | 'element'>[] {
  return union(before, after)
    .filter((keyword) => !isSame(before[keyword], after[keyword]))
    .map((keyword) => ({
      kind: 'different',
      keyword,
      ...(before[keyword] !== undefined && { before: before[keyword] }),
      ...(after[keyword] !== undefined && { after: after[keyword] }),
    }));
}

function isSame(one: Constraint | undefined, other: Constraint | undefined): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(constraint: Constraint | undefined): string | undefined {
  const isList = typeof constraint === 'object' && constraint !== null;
  return JSON.stringify(isList ? constraint.map((item) => JSON.stringify(item)).sort() : constraint);
}

function union(a: object, b: object): string[] {
  return [...Object.keys(a), ...Object.keys(b).filter((key) => !Object.hasOwn(a, key))];
}
