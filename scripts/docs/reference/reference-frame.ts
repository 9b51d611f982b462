import { type Document, listOperations, type Operation } from '../../lib/description.js';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import type { Links } from '../rendering/links.js';
import { anchor, type Heading } from '../rendering/markdown.js';
import type { Neighbor } from '../rendering/render-neighbors.js';
import { renderPageList } from '../rendering/render-page-list.js';
import type { Source } from './schema/schema-node.js';
import type { StatusDrivers } from './status-drivers.js';
import type { FieldErrorCodes } from './trials/try-broken-fields.js';
import type { OperationTrials } from './trials/try-operations.js';

/** What all pages of the API reference are rendered from. */
export interface ReferenceContext {
  readonly source: Source;
  readonly groups: readonly OperationGroup[];
  readonly highlight: Highlight;
  readonly links: Links;
  /** The titles of the guides by the names of their files. */
  readonly guides: ReadonlyMap<string, string>;
  /** What the sandbox does, by operation ID. */
  readonly trials: ReadonlyMap<string, OperationTrials>;
  /** The error codes that the sandbox has for the fields of an operation, by operation ID. */
  readonly errorCodes: ReadonlyMap<string, FieldErrorCodes>;
  readonly drivers: StatusDrivers;
}

/** Operations that belong together. */
export interface OperationGroup {
  readonly name: string;
  readonly description: string;
  /** The JSON pointer of the group. */
  readonly pointer: string;
  readonly operations: readonly Operation[];
}

interface TaggedDocument extends Document {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** Lists the operations by the tags of the description. */
export function listGroups(document: Document): OperationGroup[] {
  const operations = listOperations(document) as (Operation & { readonly tags?: readonly string[] })[];
  return (document as TaggedDocument).tags.map(({ name, description }, index) => ({
    name,
    description,
    pointer: `#/tags/${index}`,
    operations: operations.filter(({ tags }) => tags?.includes(name)),
  }));
}

/**
 * Renders the list of all pages of the reference.
 *
 * @param current The file of the current page, such as `voidPayment.html`.
 */
export function renderSidebar(groups: readonly OperationGroup[], current: string): string {
  const start = [
    { href: 'index.html', title: 'Overview' },
    { href: 'models.html', title: 'Models' },
  ];
  const lists = groups.map(({ name, operations }) => ({ name, pages: listPages(operations) }));
  return renderPageList('API reference', [{ pages: start }, ...lists], current);
}

/** Lists the pages of operations. */
export function listPages(operations: readonly Operation[]): Neighbor[] {
  return operations.map(({ operationId, summary }) => ({ href: `${operationId}.html`, title: summary }));
}

/** Renders the method and path of an operation. */
export function renderRequestLine({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `<span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code>`;
}

/** A part of a page with a heading; it is left out when it has no content. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** The headings in it, for the table of contents. */
  readonly headings?: readonly Heading[];
}

/** Renders the sections that have content, each with its heading. */
export function renderSections(sections: readonly PageSection[]): {
  readonly html: string;
  readonly headings: readonly Heading[];
} {
  const filled = sections.filter(({ html }) => html !== '');
  return {
    html: filled
      .map(({ id, title, html }) => `<h2 id="${id}">${title}${anchor(id)}</h2>\n${html}`)
      .join('\n'),
    headings: filled.flatMap(({ id, title, headings = [] }) => [{ level: 2, id, html: title }, ...headings]),
  };
}
