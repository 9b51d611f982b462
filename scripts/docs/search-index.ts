import { load } from 'cheerio';
import { SECTIONS, type SearchEntry, type SitePage } from './rendering/site-page.js';

/** An entry of the search with its number. */
export interface SearchDocument extends SearchEntry {
  readonly id: number;
}

/** Renders the search index as a script, because a page that is opened from disk cannot fetch JSON. */
export function renderSearchIndex(pages: readonly SitePage[]): string {
  const entries = pages.flatMap((page) => page.entries ?? createSectionEntries(page));
  const documents = entries.map((entry, id) => ({ id, ...entry }));
  return `window.SEARCH_DOCUMENTS = ${JSON.stringify(documents)};\n`;
}

/** Creates an entry for each section, from one heading with an id to the next, and for the text before them. */
function createSectionEntries({ path, title, section, body }: SitePage): SearchEntry[] {
  const $ = load(body);
  $('.contents, .sidebar, .turn, .anchor').remove();
  const entries: { name: string; page: string; href: string; text: string }[] = [
    { name: title, page: section ? SECTIONS[section].name : 'Start page', href: path, text: '' },
  ];
  for (const element of $('main').find('h2[id], h3[id], p, li, td, pre, h4').toArray()) {
    const text = $(element).text().replaceAll(/\s+/g, ' ').trim();
    const id = $(element).is('h2, h3') ? $(element).attr('id') : undefined;
    const last = entries.at(-1);
    if (id) entries.push({ name: text, page: title, href: `${path}#${id}`, text: '' });
    else if (last) last.text += ` ${text}`;
  }
  return entries;
}
