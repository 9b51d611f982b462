import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { createSnippet, type SnippetPart } from './create-snippet.js';
import type { IndexedEntry } from './indexed-entry.js';

/** What a search finds. */
export interface Findings {
  readonly results: readonly Finding[];
  /** The words that the results are for, when nothing has the words of the query. */
  readonly suggestion?: string;
}

export interface Finding {
  readonly entry: IndexedEntry;
  /** The part of the text that has the words of the query. */
  readonly snippet: readonly SnippetPart[];
}

/** Finds the entries for a query, best first. */
export type FindEntries = (query: string) => Findings;

/** Words that say nothing about what is meant. */
const STOP_WORDS = new Set(
  'a an and are be can did do does for from how i if in is it my of on or that the this to was what when with'.split(
    ' ',
  ),
);

const LIMIT = 8;

/** Creates the search over a list of entries. */
export function createSearch(entries: readonly IndexedEntry[]): FindEntries {
  const index = new MiniSearch<IndexedEntry & { readonly id: number }>({
    fields: ['name', 'alias', 'phrases', 'values', 'page', 'text'],
    extractField: (entry, field) => {
      const value = entry[field as keyof typeof entry];
      return Array.isArray(value) ? value.join(' ') : (value as string);
    },
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: {
      boost: { alias: 8, phrases: 6, name: 4, page: 2 },
      boostDocument: (id) => weigh(entries[id as number]),
      prefix: true,
      combineWith: 'AND',
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  const search = (query: string, options?: SearchOptions) =>
    index.search(query, options).map((result) => ({ result, entry: entries[result.id] as IndexedEntry }));

  return (query) => {
    const exact = search(query);
    if (exact.length > 0) return { results: sortPhraseFirst(exact, query).map(createFinding) };
    // Some words of a question are nowhere on the site; a typo is more likely in a short query.
    const similar = search(query, { fuzzy: tolerateTypos });
    const found = similar.length > 0 ? similar : search(query, { fuzzy: tolerateTypos, combineWith: 'OR' });
    if (found.length === 0) return { results: [] };
    return {
      results: found.slice(0, LIMIT).map(createFinding),
      suggestion: splitWords(query).map(correct).join(' '),
    };
  };

  /** Returns the word of the index that is most like a word of the query. */
  function correct(word: string): string {
    const [best] = search(word, { fuzzy: tolerateTypos, prefix: false });
    if (!best || best.result.terms.includes(word)) return word;
    const likeness = (term: string) =>
      countCommonStart(term, word) - Math.abs(term.length - word.length) / word.length;
    return best.result.terms.reduce((one, other) => (likeness(other) > likeness(one) ? other : one));
  }
}

function splitWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function countCommonStart(left: string, right: string): number {
  const index = [...left].findIndex((character, position) => character !== right[position]);
  return index < 0 ? left.length : index;
}

/** Pages come before their parts, and fields of operations before those of models, which are the same. */
function weigh(entry: IndexedEntry | undefined): number {
  if (!entry?.href.includes('#')) return 1.5;
  return entry.href.startsWith('api/models.html') ? 0.6 : 1;
}

/** Returns the number of edits that are a typo: two swapped letters are two edits. */
function tolerateTypos(term: string): number | boolean {
  if (term.length < 4) return false;
  return term.length < 5 ? 1 : 2;
}

interface Match {
  readonly result: SearchResult;
  readonly entry: IndexedEntry;
}

/** Puts the entries first that have the query as their name or as one of their phrases, then those of a value. */
function sortPhraseFirst(matches: readonly Match[], query: string): Match[] {
  const phrase = splitWords(query).join(' ');
  const has = (texts: readonly (string | undefined)[]) => texts.some((one) => one?.toLowerCase() === phrase);
  const rank = ({ entry: { name, alias, phrases = [], values = [] } }: Match) => {
    if (has([name, alias, ...phrases])) return 0;
    return has(values) ? 1 : 2;
  };
  return matches.toSorted((left, right) => rank(left) - rank(right)).slice(0, LIMIT);
}

/** A note answers what its phrases ask; for other words, the text around them says more, with the values among them. */
function createFinding({ result, entry }: Match): Finding {
  const { note, text, values = [] } = entry;
  const isIn = (name: string) => Object.values(result.match).some((fields) => fields.includes(name));
  if (note && isIn('phrases')) return { entry, snippet: [{ text: note, marked: false }] };
  const shown = isIn('values') ? `${text} ${values.join(', ')}` : text;
  return { entry, snippet: createSnippet(shown, result.terms) };
}
