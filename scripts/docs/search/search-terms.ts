import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const file = new URL('../../../docs/search-terms.yaml', import.meta.url);

/** What a place of the site is found by, apart from its own words. */
export interface SearchTerms {
  readonly phrases: readonly string[];
  /** The answer in a sentence or two, to show with the result. */
  readonly note?: string;
}

/** Reads the phrases of each place, by its path and anchor. */
export async function readSearchTerms(): Promise<ReadonlyMap<string, SearchTerms>> {
  const places = parse(await readFile(file, 'utf8')) as Readonly<Record<string, SearchTerms>>;
  return new Map(Object.entries(places));
}
