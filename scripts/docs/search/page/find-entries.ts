import MiniSearch, { type SearchResult } from 'minisearch';
import { correctWord } from './correct-word.js';
import { createSnippet, type SnippetPart } from './create-snippet.js';
import type { IndexedEntry } from './indexed-entry.js';

/** What a search finds. */
export interface Findings {
  readonly results: readonly Finding[];
  /** The query without its typos, which the results are for; undefined for a query without typos. */
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
  'a all an and any are at be can cannot did do does for from get getting has have how i if in is it me my not of on or our that the there this to was we what when where which why will with you your'.split(
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
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  return (query) => {
    const corrected = correct(query);
    const matches = index
      .search(corrected)
      .map((result) => ({ result, entry: entries[result.id] as IndexedEntry }));
    return {
      results: sortMatches(matches, corrected).map(createFinding),
      ...(corrected !== query && { suggestion: corrected }),
    };
  };

  /** Replaces the words of a query that the index does not have by those that they are typos of. */
  function correct(query: string): string {
    return query.replaceAll(/[\p{L}\p{N}]+/gu, (word) => {
      const lower = word.toLowerCase();
      if (STOP_WORDS.has(lower) || index.search(word).length > 0) return word;
      const similar = index.search(word, { fuzzy: 2, prefix: false });
      return correctWord(lower, [...new Set(similar.flatMap(({ terms }) => terms))]) ?? word;
    });
  }
}

/** Lists the words of a text that say what is meant. */
function listWords(text: string): string[] {
  const words = text.toLowerCase().split(/[\s\p{P}]+/u);
  return words.filter((word) => word !== '' && !STOP_WORDS.has(word));
}

/**
 * Pages come before their parts, and fields of operations before those of models, which are the same. Few people look
 * for where something comes from.
 */
function weigh(entry: IndexedEntry | undefined): number {
  if (!entry?.href.includes('#')) return 1.5;
  if (entry.href.startsWith('provenance.html')) return 0.3;
  return entry.href.startsWith('api/models.html') ? 0.6 : 1;
}

interface Match {
  readonly result: SearchResult;
  readonly entry: IndexedEntry;
}

/**
 * Puts the entries first that have the query as their name or as one of their phrases, then those of a value, then
 * those with the most words of the query. A word that is in a whole phrase of an entry counts more.
 */
function sortMatches(matches: readonly Match[], query: string): Match[] {
  const words = listWords(query);
  const isQuery = (text = '') => text.toLowerCase() === query.trim().toLowerCase();
  const saysQuery = (text = '') => listWords(text).join(' ') === words.join(' ');
  const rank = ({ result, entry: { name, alias, phrases = [], values = [] } }: Match) => {
    const names = [name, alias, ...phrases];
    if (names.some(isQuery)) return words.length + 5;
    if (values.some(isQuery)) return words.length + 4;
    if (names.some(saysQuery)) return words.length + 3;
    const said = phrases.map(listWords).filter((phrase) => phrase.every((word) => words.includes(word)));
    return result.queryTerms.length + new Set(said.flat()).size / 2;
  };
  return matches
    .map((match) => ({ match, rank: rank(match) }))
    .sort((left, right) => right.rank - left.rank)
    .slice(0, LIMIT)
    .map(({ match }) => match);
}

/** A note answers what its phrases ask; for other words, the text around them says more, with the values among them. */
function createFinding({ result, entry }: Match): Finding {
  const { note, text, values = [] } = entry;
  const isIn = (name: string) => Object.values(result.match).some((fields) => fields.includes(name));
  if (note && isIn('phrases')) return { entry, snippet: [{ text: note, marked: false }] };
  const shown = isIn('values') ? `${text} ${values.join(', ')}` : text;
  return { entry, snippet: createSnippet(shown, result.terms) };
}
