import { load } from 'cheerio';
import { type Document, jsonOf, listOperations, type Operation, resolve } from '../lib/description.js';
import type { Links } from './rendering/links.js';
import { type Page, SECTIONS } from './rendering/site-page.js';

/** What the search finds: a section of a page, or an operation. */
export interface SearchDocument {
  readonly id: number;
  readonly name: string;
  /** What else it is called. */
  readonly alias?: string;
  /** Where it is, in words. */
  readonly page: string;
  /** From the root of the site. */
  readonly href: string;
  readonly text: string;
}

type Entry = Omit<SearchDocument, 'id'>;

/** A script that holds all that can be found; a page opened from disk cannot load anything else. */
export function searchScript(pages: readonly Page[], document: Document, links: Links): string {
  const entries = [
    ...listOperations(document).map((operation) => operationEntry(document, operation, links)),
    ...pages.flatMap(sectionEntries),
  ];
  const documents = entries.map((entry, id) => ({ id, ...entry }));
  return `window.SEARCH_DOCUMENTS = ${JSON.stringify(documents)};\n`;
}

function operationEntry(document: Document, operation: Operation, links: Links): Entry {
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

/** Each section of a page, from a heading with an anchor to the next; what comes before the first is the page. */
function sectionEntries({ path, title, section, body }: Page): Entry[] {
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
