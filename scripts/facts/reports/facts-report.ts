import type { LocatedChange } from '../locations/locate-changes.js';
import type { Constraint, Fact, Facts } from '../model/facts.js';

/** How the page differs from the committed facts. */
export interface Drift {
  /** Where the page was read, and its date. */
  readonly source: Facts['source'];
  /** The date of the committed facts; undefined before they have been written for the first time. */
  readonly since: string | undefined;
  readonly changes: readonly LocatedChange[];
}

/** The changes of each operation, in the order of the operations. */
export function byOperation(changes: readonly LocatedChange[]): Map<string, readonly LocatedChange[]> {
  const operations = [...new Set(changes.map(({ operation }) => operation))];
  return new Map(
    operations.map((operation) => [operation, changes.filter((change) => change.operation === operation)]),
  );
}

/** Counts the changes in words. */
export function countChanges(changes: readonly LocatedChange[]): string {
  const operations = byOperation(changes).size;
  return `${changes.length} change${changes.length === 1 ? '' : 's'} in ${operations} operation${operations === 1 ? '' : 's'}`;
}

/** A value as the page states it, so that texts and numbers cannot be confused. */
export function inWords(value: Constraint | undefined): string {
  return JSON.stringify(value) ?? 'not stated';
}

/** All that is stated of an element; nothing where it is only stated to exist. */
export function factInWords(fact: Fact): string[] {
  return Object.keys(fact).length === 0 ? [] : [JSON.stringify(fact)];
}
