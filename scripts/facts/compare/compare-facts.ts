import { type Constraint, type Fact, isBelow, type OperationFacts, type Operations } from '../model/facts.js';

/** One point in which two sets of facts differ. */
export interface Mismatch {
  readonly operation: string;
  readonly element: string;
  /** missing: only before; extra: only after; different: a keyword is not the same. */
  readonly kind: 'missing' | 'extra' | 'different';
  readonly keyword?: string;
  readonly before?: Constraint;
  readonly after?: Constraint;
}

/** Compares two sets of facts. What lies below a missing or extra element goes without saying. */
export function compareFacts(before: Operations, after: Operations): Mismatch[] {
  return union(before, after).flatMap((operation): Mismatch[] => {
    const { [operation]: then } = before;
    const { [operation]: now } = after;
    if (!then || !now) return [{ operation, element: 'operation', kind: then ? 'missing' : 'extra' }];
    return [
      ...topmostOnlyIn(then, now).map((element) => ({ operation, element, kind: 'missing' as const })),
      ...topmostOnlyIn(now, then).map((element) => ({ operation, element, kind: 'extra' as const })),
      ...Object.entries(then).flatMap(([element, fact]) =>
        differences(fact, now[element] ?? fact).map((difference) => ({ operation, element, ...difference })),
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
    .filter((keyword) => canonical(before[keyword]) !== canonical(after[keyword]))
    .map((keyword) => ({
      kind: 'different',
      keyword,
      ...(before[keyword] !== undefined && { before: before[keyword] }),
      ...(after[keyword] !== undefined && { after: after[keyword] }),
    }));
}

function canonical(constraint: Constraint | undefined): string | undefined {
  const isList = typeof constraint === 'object' && constraint !== null;
  return JSON.stringify(isList ? constraint.map((item) => JSON.stringify(item)).sort() : constraint);
}

function union(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
