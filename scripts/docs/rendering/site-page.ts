import { readFile } from 'node:fs/promises';
import { escapeHtml, fillIn } from './html.js';
import type { Heading } from './markdown.js';

const template = new URL('../../../docs/template.html', import.meta.url);

/** The entries of the header, with the page that each of them opens. */
export const SECTIONS = {
  guides: { name: 'Guides', path: 'guides/quick-start.html' },
  api: { name: 'API', path: 'api/index.html' },
  client: { name: 'Client', path: 'client/index.html' },
  provenance: { name: 'Provenance', path: 'provenance.html' },
} as const;

/** A page of the site. */
export interface Page {
  /** Where it stands in the site, such as `guides/tokens.html`. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** Which entry of the header it belongs to. */
  readonly section?: keyof typeof SECTIONS;
  /** What stands in `main`, as HTML. */
  readonly body: string;
  /** Further elements of `head`; the style of texts when left out. */
  readonly head?: string;
}

/** The way from a page to the root of the site. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Makes the function that puts a page into the frame that all pages share. */
export async function createFrame(): Promise<(page: Page) => string> {
  const frame = await readFile(template, 'utf8');
  return ({ path, title, description, section, body, head }) => {
    const root = rootOf(path);
    const links = Object.entries(SECTIONS).map(([name, { name: text, path: target }]) => {
      const current = name === section ? ' aria-current="true"' : '';
      return `<li><a href="${root}${target}"${current}>${text}</a></li>`;
    });
    return fillIn(frame, {
      root,
      title: escapeHtml(title),
      description: escapeHtml(description),
      navigation: links.join(''),
      head: head ?? `<link rel="stylesheet" href="${root}assets/text.css">`,
      body,
    });
  };
}

/** The contents of a page as a list of links. */
export function tableOfContents(headings: readonly Heading[]): string {
  if (headings.length === 0) return '';
  const links = headings.map(
    ({ level, id, html }) => `<li class="level-${level}"><a href="#${id}">${html}</a></li>`,
  );
  return `<nav class="contents" aria-label="On this page"><p>On this page</p><ul>${links.join('\n')}</ul></nav>`;
}

/** An article with its neighbours to the left and its contents to the right. */
export function article(
  html: string,
  { sidebar, headings }: { readonly sidebar: string; readonly headings: readonly Heading[] },
): string {
  return `<div class="columns">
${sidebar}
<main id="content" tabindex="-1" class="prose"><article>
${html}
</article></main>
${tableOfContents(headings)}
</div>`;
}
