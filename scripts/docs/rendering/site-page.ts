import { readFile } from 'node:fs/promises';
import { escapeHtml, fillTemplate } from './html.js';
import type { Heading } from './markdown.js';

const template = new URL('../../../docs/template.html', import.meta.url);

/** The entries of the header, each with the path of its page. */
export const SECTIONS = {
  guides: { name: 'Guides', path: 'guides/quick-start.html' },
  api: { name: 'API', path: 'api/index.html' },
  client: { name: 'Client', path: 'client/index.html' },
  provenance: { name: 'Provenance', path: 'provenance.html' },
} as const;

/** What the search finds: a page, or a part of one with an anchor. */
export interface SearchEntry {
  readonly name: string;
  /** Another name, such as the operation ID. */
  readonly alias?: string;
  /** The name of the page, to show below the result. */
  readonly page: string;
  /** The path from the root of the site. */
  readonly href: string;
  readonly text: string;
}

/** A page of the site. */
export interface SitePage {
  /** The path from the root of the site, such as `guides/tokens.html`. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** The entry of the header that it belongs to. */
  readonly section?: keyof typeof SECTIONS;
  /** The HTML between header and footer. */
  readonly body: string;
  /** The entries of the search; by default one for each section. */
  readonly entries?: readonly SearchEntry[];
}

/** Returns the relative path from a page to the root of the site. */
export function rootPath(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Renders a page with the header and footer that all pages share. */
export type RenderPage = (page: SitePage) => string;

/** Reads the template of all pages and returns the function that fills it in. */
export async function createPageRenderer(): Promise<RenderPage> {
  const html = await readFile(template, 'utf8');
  return ({ path, title, description, section, body }) => {
    const root = rootPath(path);
    const links = Object.entries(SECTIONS).map(([name, { name: text, path: target }]) => {
      const current = name === section ? ' aria-current="true"' : '';
      return `<li><a href="${root}${target}"${current}>${text}</a></li>`;
    });
    return fillTemplate(html, {
      root,
      title: escapeHtml(title),
      description: escapeHtml(description),
      navigation: links.join(''),
      body,
    });
  };
}

/** Renders the headings of a page as a list of links. */
export function renderTableOfContents(headings: readonly Heading[]): string {
  if (headings.length === 0) return '';
  const links = headings.map(
    ({ level, id, html }) => `<li class="level-${level}"><a href="#${id}">${html}</a></li>`,
  );
  return `<nav class="contents" aria-label="On this page"><p>On this page</p><ul>${links.join('\n')}</ul></nav>`;
}

/** Renders an article with a sidebar on the left and its table of contents on the right. */
export function renderArticle(
  html: string,
  { sidebar, headings }: { readonly sidebar: string; readonly headings: readonly Heading[] },
): string {
  return `<div class="columns">
${sidebar}
<main id="content" tabindex="-1" class="prose"><article>
${html}
</article></main>
${renderTableOfContents(headings)}
</div>`;
}
