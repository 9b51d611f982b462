import { type Constraint, type Fact, isBelow, type OperationFacts, type Operations } from '../model/facts.js';
import { compareFacts, type Mismatch } from './compare-facts.js';

/** A change of the page, with what it stated before and what it states now. */
export type Change = Added | Removed | Changed | Renamed | TextChanged;

interface ChangedElement {
  readonly operation: string;
  readonly element: string;
}

/** The page states an element, and everything below it, that it did not state before. */
export interface Added extends ChangedElement {
  readonly kind: 'added';
  readonly after: Fact;
}

/** The page no longer states an element or anything below it. */
export interface Removed extends ChangedElement {
  readonly kind: 'removed';
  readonly before: Fact;
}

/** The page states another value of a keyword; an absent value is not stated. */
export interface Changed extends ChangedElement {
  readonly kind: 'changed';
  readonly keyword: string;
  readonly before?: Constraint;
  readonly after?: Constraint;
}

/** A field seems to have another name: one is gone, and a new one is stated in the same way. */
export interface Renamed extends ChangedElement {
  readonly kind: 'renamed';
  readonly before: string;
  readonly after: string;
}

/** The text of an element or section has changed: the operation is `page` for the text outside the operations. */
export interface TextChanged extends ChangedElement {
  readonly kind: 'text';
  /** The text as it reads now; empty if there is none. */
  readonly text: string;
}

/** Finds the changes between two sets of facts, in the order of the operations. */
export function findChanges(before: Operations, after: Operations): Change[] {
  const mismatches = compareFacts(before, after);
  return [...new Set(mismatches.map(({ operation }) => operation))].flatMap((operation) => {
    const old = before[operation] ?? {};
    const current = after[operation] ?? {};
    const changes = mismatches
      .filter((mismatch) => mismatch.operation === operation)
      .map((mismatch) => toChange(mismatch, old, current));
    return mergeRename(changes, old, current);
  });
}

function toChange({ kind, ...point }: Mismatch, old: OperationFacts, current: OperationFacts): Change {
  const { operation, element, keyword = '', ...values } = point;
  if (kind === 'missing') return { operation, element, kind: 'removed', before: old[element] ?? {} };
  if (kind === 'extra') return { operation, element, kind: 'added', after: current[element] ?? {} };
  return { operation, element, kind: 'changed', keyword, ...values };
}

/** Merges a removed and an added element into a rename, if they are the only ones of the operation and alike. */
function mergeRename(
  changes: readonly Change[],
  old: OperationFacts,
  current: OperationFacts,
): readonly Change[] {
  const [removed, ...moreRemoved] = changes.filter(({ kind }) => kind === 'removed');
  const [added, ...moreAdded] = changes.filter(({ kind }) => kind === 'added');
  if (!removed || !added || moreRemoved.length + moreAdded.length > 0) return changes;
  const { operation, element } = removed;
  const isSamePath =
    pathBeforeName(element) !== undefined && pathBeforeName(element) === pathBeforeName(added.element);
  if (
    !isSamePath ||
    isMarked(element, added.element) ||
    !isAlike(selectElement(old, element), selectElement(current, added.element))
  )
    return changes;
  const rename: Change = { operation, element, kind: 'renamed', before: element, after: added.element };
  return changes.flatMap((other) => (other === removed ? [rename] : other === added ? [] : [other]));
}

/** The path before the name of a field, parameter or header; nothing else can have another name. */
function pathBeforeName(element: string): string | undefined {
  return /^(.*\.|(?:.* )?(?:header|path|query|cookie) )[\w-]+$/.exec(element)?.[1];
}

/** Marks that the page could put after a name without a space, as it does with `required`. */
const MARK = /^(?:[A-Z]|(?:optional|conditional|recommended|nullable|readonly|writeonly|beta|new)$)/;

/** Tells whether a name may be another one with a mark directly after it, such as `cvv` and `cvvSensitive`. */
export function isMarked(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && MARK.test(long.slice(short.length));
}

/** Selects an element and everything below it, with paths relative to the element. */
function selectElement(facts: OperationFacts, element: string): OperationFacts {
  const own = Object.entries(facts).filter(([other]) => other === element || isBelow(other, element));
  return Object.fromEntries(own.map(([other, fact]) => [other.slice(element.length), fact]));
}

function isAlike(one: OperationFacts, other: OperationFacts): boolean {
  return compareFacts({ part: one }, { part: other }).length === 0;
}
