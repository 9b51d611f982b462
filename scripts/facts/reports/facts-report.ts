import { groupBy } from '../../lib/group-by.js';
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
  return groupBy(changes, ({ operation }) => operation);
}

/** Renders the number of changes. */
export function renderCount(changes: readonly LocatedChange[]): string {
  const places = [...groupByOperation(changes).keys()];
  const operations = places.filter((operation) => operation !== 'page').length;
  const names = [
    ...(operations > 0 ? [`${operations} operation${operations === 1 ? '' : 's'}`] : []),
    ...(places.includes('page') ? ['the rest of the page'] : []),
  ];
  return `${changes.length} change${changes.length === 1 ? '' : 's'} in ${names.join(' and ')}`;
}

/** The longest text that is rendered whole; the page has the rest of a longer one. */
const EXCERPT = 1000;

/** Renders what a text reads now, since the facts have only a hash of what it read before. */
export function renderExcerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

/** Names the text of an element or section. */
export function nameText(
  { operation, element }: LocatedChange,
  renderElement: (element: string) => string,
): string {
  if (operation === 'page') return 'the text outside the operations';
  return element === 'operation' ? 'the text of the operation' : `the text of ${renderElement(element)}`;
}

/** Renders a value as JSON, so that strings and numbers differ. */
export function renderValue(value: Constraint | undefined): string {
  return JSON.stringify(value) ?? 'not stated';
}

/** Renders a fact as JSON; an empty array if only the existence of the element is stated. */
export function renderFact(fact: Fact): string[] {
  return Object.keys(fact).length === 0 ? [] : [JSON.stringify(fact)];
}
