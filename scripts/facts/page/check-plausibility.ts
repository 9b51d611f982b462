import { countFacts, type Operations } from '../model/facts.js';
import { PageError } from './page-events.js';

/** A page that has lost a larger share than this is rather another page, or a part of it. */
const TOLERATED = 1 / 2;

/**
 * Refuses a page that has lost so much that it is hardly the documentation any more.
 *
 * @throws PageError when more than half of the known operations or facts are gone, with the figures.
 */
export function checkPlausibility(known: Operations, page: Operations): void {
  const lost = Object.fromEntries(
    Object.entries(known).map(([operation, facts]) => {
      const now = page[operation] ?? {};
      return [operation, Object.fromEntries(Object.entries(facts).filter(([element]) => !(element in now)))];
    }),
  );
  const operations = Object.keys(known);
  const gone = operations.filter((operation) => !(operation in page));
  const [facts, all] = [countFacts(lost), countFacts(known)];
  if (facts <= all * TOLERATED && gone.length <= operations.length * TOLERATED) return;
  throw new PageError(
    `the page no longer looks like the documentation: ${gone.length} of ${operations.length} known operations ` +
      `and ${facts} of ${all} known facts are gone. Look at the page. If that is what it has become, ` +
      'delete openapi/facts.yaml and run the command with --write.',
  );
}
