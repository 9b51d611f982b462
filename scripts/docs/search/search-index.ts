import type { SearchEntry, SitePage } from '../rendering/site-page.js';
import { listEntries } from './list-entries.js';
import type { IndexedEntry } from './page/indexed-entry.js';
import type { SearchTerms } from './search-terms.js';

/**
 * Creates the index of the search.
 *
 * @param terms What places are found by, apart from their own words.
 * @throws Error when a place does not exist.
 */
export function createSearchIndex(
  pages: readonly SitePage[],
  errorCodes: readonly SearchEntry[],
  terms: ReadonlyMap<string, SearchTerms>,
): IndexedEntry[] {
  const entries = [...pages.filter(({ unlisted }) => !unlisted).flatMap(listEntries), ...errorCodes];
  const places = new Set(entries.map(({ href }) => href));
  const missing = [...terms.keys()].filter((href) => !places.has(href));
  if (missing.length > 0)
    throw new Error(`docs/search-terms.yaml names places that the search does not have: ${missing}.`);
  return entries.map((entry) => addTerms(entry, terms.get(entry.href)));
}

function addTerms(entry: SearchEntry, terms: SearchTerms | undefined): IndexedEntry {
  if (!terms) return entry;
  const { phrases, note } = terms;
  return { ...entry, phrases, ...(note !== undefined && { note }) };
}

/**
 * Renders the index as a script, because a page that is opened from disk cannot fetch JSON. Each text is in it once:
 * fields of operations and of models share theirs, which are too far apart for the compression to notice.
 */
export function renderSearchIndex(entries: readonly IndexedEntry[]): string {
  const places = new Map<string, number>();
  for (const { text } of entries) places.set(text, places.get(text) ?? places.size);
  const texts = JSON.stringify([...places.keys()]);
  const numbered = JSON.stringify(entries.map((entry) => ({ ...entry, text: places.get(entry.text) })));
  return `window.searchEntries = ((texts, entries) =>
  entries.map((entry) => ({ ...entry, text: texts[entry.text] })))(${texts}, ${numbered});
`;
}
