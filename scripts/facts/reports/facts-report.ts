import type { LocatedChange } from '../locations/locate-changes.js';
import type { Constraint, Fact, Facts } from '../model/facts.js';

/** How the page differs from the committed facts. */
export interface FactsReport {
  /** The address of the page, and its date. */
  readonly source: Facts['source'];
  /** The date of the committed facts; undefined if they have never been written. */
  readonly since: string | undefined;
  readonly changes: readonly LocatedChange[];
}

/** Groups the changes by operation, in the order of the operations. */
export function groupByOperation(changes: readonly LocatedChange[]): Map<string, readonly LocatedChange[]> {
  const operations = [...new Set(changes.map(({ operation }) => operation))];
  return new Map(
    operations.map((operation) => [operation, changes.filter((change) => change.operation === operation)]),
  );
}

/** Renders the number of changes. */
export function renderCount(changes: readonly LocatedChange[]): string {
  const operations = groupByOperation(changes).size;
  return `${changes.length} change${changes.length === 1 ? '' : 's'} in ${operations} operation${operations === 1 ? '' : 's'}`;
}

/** Renders a value as JSON, so that strings and numbers differ. */
export function renderValue(value: Constraint | undefined): string {
  return JSON.stringify(value) ?? 'not stated';
}

/** Renders a fact as JSON; an empty array if only the existence of the element is stated. */
export function renderFact(fact: Fact): string[] {
  return Object.keys(fact).length === 0 ? [] : [JSON.stringify(fact)];
}
