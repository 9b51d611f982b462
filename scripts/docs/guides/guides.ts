import { readFile } from 'node:fs/promises';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import type { Links } from '../rendering/links.js';
import { renderMarkdown } from '../rendering/markdown.js';
import { article, type Page } from '../rendering/site-page.js';

const folder = new URL('../../../docs/guides/', import.meta.url);

/** The guides in the order in which they are read: the files in `docs/guides/`, without their ending. */
export const GUIDES = [
  'quick-start',
  'tokens',
  'idempotency',
  'errors',
  'pagination',
  'signing',
  'testing',
  'speed',
  'certainty',
] as const;

/** A guide as its page and the start page show it. */
export interface Guide {
  readonly page: Page;
  readonly title: string;
  readonly lead: string;
}

/** Reads a guide as it was written. */
export function readGuide(name: string): Promise<string> {
  return readFile(new URL(`${name}.md`, folder), 'utf8');
}

/** Renders all guides, each with a list of all of them and a way to the next. */
export async function guides(highlight: Highlight, links: Links): Promise<Guide[]> {
  const sources = await Promise.all(GUIDES.map(readGuide));
  const rendered = sources.map((source) =>
    renderMarkdown(source, highlight, (href) => links.resolve(href, '../')),
  );
  const entries = GUIDES.map((name, index) => ({
    path: `${name}.html`,
    title: rendered[index]?.title ?? name,
  }));
  return rendered.map(({ title, lead, html, headings }, index) => {
    const heading = `<h1>${escapeHtml(title)}</h1>`;
    const sidebar = listOfGuides(entries, index);
    return {
      title,
      lead,
      page: {
        path: `guides/${entries[index]?.path}`,
        title,
        description: lead,
        section: 'guides',
        body: article(`${heading}\n${html}\n${turn(entries, index)}`, { sidebar, headings }),
      },
    };
  });
}

type Entries = readonly { readonly path: string; readonly title: string }[];

/** Open on wide screens, where the style sheet shows it beside the text; `site.js` closes it on a phone. */
function listOfGuides(entries: Entries, current: number): string {
  const links = entries.map(
    ({ path, title }, index) =>
      `<li><a href="${path}"${index === current ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
  );
  return `<details class="sidebar" open><summary>Guides</summary><nav aria-label="Guides"><ul>${links.join('')}</ul></nav></details>`;
}

function turn(entries: Entries, current: number): string {
  const link = (entry: Entries[number] | undefined, text: string) =>
    entry
      ? `<a href="${entry.path}"><span class="quiet">${text}</span><br>${escapeHtml(entry.title)}</a>`
      : '<span></span>';
  return `<nav class="turn" aria-label="Other guides">${link(entries[current - 1], 'Before')}${link(entries[current + 1], 'Next')}</nav>`;
}
