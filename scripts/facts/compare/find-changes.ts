import { type Constraint, type Fact, isBelow, type OperationFacts, type Operations } from '../model/facts.js';
import { compareFacts, type Mismatch } from './compare-facts.js';

/** One point in which the page has changed, with what it stated before and states now. */
export type Change = Added | Removed | Changed | Renamed;

interface Point {
  readonly operation: string;
  readonly element: string;
}

/** The page states an element, with all below it, that it did not state before. */
export interface Added extends Point {
  readonly kind: 'added';
  readonly after: Fact;
}

/** The page no longer states an element, nor anything below it. */
export interface Removed extends Point {
  readonly kind: 'removed';
  readonly before: Fact;
}

/** The page states another value of a keyword; a value that is absent was not, or is not, stated. */
export interface Changed extends Point {
  readonly kind: 'changed';
  readonly keyword: string;
  readonly before?: Constraint;
  readonly after?: Constraint;
}

/** A field seems to have another name: one has gone, and one that is stated just alike has come. */
export interface Renamed extends Point {
  readonly kind: 'renamed';
  readonly before: string;
  readonly after: string;
}

/** Finds what changed between two sets of facts, in the order of the operations. */
export function findChanges(before: Operations, after: Operations): Change[] {
  const mismatches = compareFacts(before, after);
  return [...new Set(mismatches.map(({ operation }) => operation))].flatMap((operation) => {
    const then = before[operation] ?? {};
    const now = after[operation] ?? {};
    const changes = mismatches
      .filter((mismatch) => mismatch.operation === operation)
      .map((mismatch) => change(mismatch, then, now));
    return withRename(changes, then, now);
  });
}

function change({ kind, ...point }: Mismatch, then: OperationFacts, now: OperationFacts): Change {
  const { operation, element, keyword = '', ...values } = point;
  if (kind === 'missing') return { operation, element, kind: 'removed', before: then[element] ?? {} };
  if (kind === 'extra') return { operation, element, kind: 'added', after: now[element] ?? {} };
  return { operation, element, kind: 'changed', keyword, ...values };
}

/** Only where a single element of the operation has gone and a single one has come can they be the same. */
function withRename(
  changes: readonly Change[],
  then: OperationFacts,
  now: OperationFacts,
): readonly Change[] {
  const [removed, ...moreRemoved] = changes.filter(({ kind }) => kind === 'removed');
  const [added, ...moreAdded] = changes.filter(({ kind }) => kind === 'added');
  if (!removed || !added || moreRemoved.length + moreAdded.length > 0) return changes;
  const { operation, element } = removed;
  const sameStem = stem(element) !== undefined && stem(element) === stem(added.element);
  if (!sameStem || !isAlike(part(then, element), part(now, added.element))) return changes;
  const rename: Change = { operation, element, kind: 'renamed', before: element, after: added.element };
  return changes.flatMap((other) => (other === removed ? [rename] : other === added ? [] : [other]));
}

/** What precedes the name of a field, parameter or header; nothing else has a name that could change. */
function stem(element: string): string | undefined {
  return /^(.*\.|(?:.* )?(?:header|path|query|cookie) )[\w-]+$/.exec(element)?.[1];
}

/** An element and all below it, under names that are relative to it. */
function part(facts: OperationFacts, element: string): OperationFacts {
  const own = Object.entries(facts).filter(([other]) => other === element || isBelow(other, element));
  return Object.fromEntries(own.map(([other, fact]) => [other.slice(element.length), fact]));
}

function isAlike(one: OperationFacts, other: OperationFacts): boolean {
  return compareFacts({ part: one }, { part: other }).length === 0;
}
