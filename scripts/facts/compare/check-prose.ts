import type { Description } from '../description/read-description.js';
import { type Facts, isBelow } from '../model/facts.js';
import { readTerms } from '../model/terms.js';

/** The operation that stands for what is outside the operations. */
const PAGE = 'page';

/**
 * Checks the texts of the description that carry no mark. Two rules hold for each of them:
 *
 * - The page has a text for the same element.
 * - All claims, numbers and names in it are in the page's texts for this element, for what contains it or for what
 *   it contains. Names of documented elements and their values may be mentioned anywhere.
 *
 * Claims are those of {@link readTerms}. The check does not see that the same word is used for another thing, or
 * what no word of its list expresses.
 *
 * @returns A line of text for each text that breaks a rule.
 */
export function checkProse(facts: Facts, { prose }: Description): string[] {
  const known = listKnownNames(facts);
  const lines = Object.entries(prose).flatMap(([operation, elements]) =>
    Object.entries(elements).flatMap(([element, texts]) => {
      const stated = operation !== PAGE && hasText(facts, operation, element);
      return Object.entries(texts).flatMap(([pointer, text]) => {
        const subject = `${operation}  ${element}`;
        if (!stated)
          return [`${subject}: the page has no text for it: mark its text with x-inferred  (${pointer})`];
        const terms = readTerms(text).filter((term) => !known.has(term));
        // Most texts have none, and listing what the page claims of an element takes most of the time.
        const claimed = terms.length > 0 ? listClaims(facts, operation, element) : undefined;
        const added = terms.filter((term) => !claimed?.has(term));
        return added.length === 0
          ? []
          : [
              `${subject}: the page does not say ${added.join(', ')}: mark the text or change it  (${pointer})`,
            ];
      });
    }),
  );
  return [...new Set(lines)];
}

/** Tells whether the page has a text for an element; that of an array is about its items as well. */
function hasText({ texts }: Facts, operation: string, element: string): boolean {
  const { [operation]: ofOperation = {} } = texts;
  return element in ofOperation || element.replace(/\[\]$/, '') in ofOperation;
}

function listClaims({ terms, operations }: Facts, operation: string, element: string): Set<string> {
  const isAbout = (other: string) =>
    [element, other].includes('operation') ||
    other === element ||
    isBelow(other, element) ||
    isBelow(element, other);
  const claims = Object.entries(terms[operation] ?? {}).flatMap(([other, list]) =>
    isAbout(other) ? list : [],
  );
  const { [operation]: facts = {} } = operations;
  const constraints = Object.entries(facts).flatMap(([other, fact]) =>
    isAbout(other) ? Object.values(fact).flat().map(String) : [],
  );
  return new Set([...claims, ...constraints]);
}

/** Lists the names, values and statuses that the page states. */
function listKnownNames({ operations }: Facts): Set<string> {
  const elements = Object.values(operations).flatMap((facts) => Object.entries(facts));
  const names = elements.flatMap(([element]) => [
    ...element.split(/[ .()[\]]+/),
    element.replace(/^(?:request|response \w+)(?:\[\])?(?:\(\d\))?\./, ''),
  ]);
  const values = elements.flatMap(([, fact]) =>
    ['enum', 'const', 'default'].flatMap((keyword) => fact[keyword] ?? []).map(String),
  );
  return new Set([...names, ...values].filter((name) => name !== '' && !/^\d$/.test(name)));
}
