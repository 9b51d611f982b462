import { load } from 'cheerio';
import { type Document, jsonOf, listOperations, type Operation, resolve } from '../lib/description.js';
import type { Links } from './rendering/links.js';
import { SECTIONS, type SitePage } from './rendering/site-page.js';

/** A search result: a section of a page, or an operation. */
export interface SearchDocument {
  readonly id: number;
  readonly name: string;
  /** Another name, such as the operation ID. */
  readonly alias?: string;
  /** The name of the page, to show below the result. */
  readonly page: string;
  /** The path from the root of the site. */
  readonly href: string;
  readonly text: string;
}

type SearchEntry = Omit<SearchDocument, 'id'>;

/** Renders the search index as a script, because a page that is opened from disk cannot fetch JSON. */
export function renderSearchIndex(pages: readonly SitePage[], document: Document, links: Links): string {
  const entries = [
    ...listOperations(document).map((operation) => createOperationEntry(document, operation, links)),
    ...pages.flatMap(createSectionEntries),
  ];
  const documents = entries.map((entry, id) => ({ id, ...entry }));
  return `window.SEARCH_DOCUMENTS = ${JSON.stringify(documents)};\n`;
}

function createOperationEntry(document: Document, operation: Operation, links: Links): SearchEntry {
  const { operationId, summary, description, method, path, parameters, requestBody } = operation;
  const schema = jsonOf(requestBody)?.schema;
  const fields = schema ? Object.keys(Object(resolve(document, schema)).properties ?? {}) : [];
  return {
    name: summary,
    alias: operationId,
    page: `API · ${method.toUpperCase()} ${path}`,
    href: links.operation(operationId),
    text: [description, ...parameters.map(({ name }) => name), ...fields].join(' '),
  };
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
    const id = $(element).attr('id');
    const last = entries.at(-1);
    if (id) entries.push({ name: text, page: title, href: `${path}#${id}`, text: '' });
    else if (last) last.text += ` ${text}`;
  }
  return entries;
}
