import { countFacts, type Facts, type Operations } from '../model/facts.js';
import { PageError } from './page-events.js';

/** A page that has lost a larger share is probably another page, or only a part of the page. */
const MAX_LOSS = 1 / 2;

/**
 * Rejects a page that has lost too much to be the documentation.
 *
 * @throws PageError with the figures, if more than half of the known operations or facts are gone.
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
  if (facts <= all * MAX_LOSS && gone.length <= operations.length * MAX_LOSS) return;
  throw new PageError(
    `the page no longer looks like the documentation: ${gone.length} of ${operations.length} known operations ` +
      `and ${facts} of ${all} known facts are gone. If the page is right, ` +
      'delete openapi/facts.yaml and run the command with --write.',
  );
}

/**
 * Rejects another page of the same documentation, which can look like this one.
 *
 * @throws PageError with the id and the link of both.
 */
export function checkSource(known: Facts['source'], page: Facts['source']): void {
  if (page.id === known.id && page.url === known.url) return;
  throw new PageError(
    `this is page ${page.id} at ${page.url}, and the facts are from page ${known.id} at ${known.url}. ` +
      'If the page has moved, change source in openapi/facts.yaml.',
  );
}
