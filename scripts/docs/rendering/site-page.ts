import { readFile } from 'node:fs/promises';
import { escapeHtml, fillTemplate } from './html.js';
import type { Heading } from './markdown.js';
import { renderHead } from './render-head.js';
import type { SiteAddresses, SiteSettings } from './site-settings.js';

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
  /** What the text does not list, and is searched for: the values of an enum, and error codes about a field. */
  readonly values?: readonly string[];
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
  /** The path of its source in the repository, for people who want to edit it: a file, or a folder with a slash. */
  readonly source?: string;
  /** Its copy in Markdown; by default made from the HTML. */
  readonly markdown?: string;
  /** The page is shown in place of others, so that neither search, sitemap nor copies contain it. */
  readonly unlisted?: boolean;
}

/** Returns the relative path from a page to the root of the site. */
export function rootPath(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Renders a page with the header and footer that all pages share. */
export type RenderPage = (page: SitePage) => string;

/** Reads the template of all pages and returns the function that fills it in. */
export async function createPageRenderer(settings: SiteSettings): Promise<RenderPage> {
  const html = await readFile(template, 'utf8');
  return (page) => {
    const root = readRoot(page, settings);
    const links = Object.entries(SECTIONS).map(([name, { name: text, path: target }]) => {
      const current = name === page.section ? ' aria-current="true"' : '';
      return `<li><a href="${root}${target}"${current}>${text}</a></li>`;
    });
    return fillTemplate(html, {
      root,
      title: escapeHtml(page.title),
      description: escapeHtml(page.description),
      head: renderHead(page, settings),
      navigation: links.join(''),
      body: page.body,
      version: escapeHtml(settings.version),
      descriptionVersion: escapeHtml(settings.descriptionVersion),
      scripts: ['site', ...(settings.isVersioned ? ['versions'] : [])]
        .map((name) => `<script src="${root}assets/${name}.js" defer></script>`)
        .join('\n'),
      links: renderPageLinks(page, settings),
    });
  };
}

/** Returns what the links of a page begin with. An unlisted page is shown at any path, so it needs that of the site. */
export function readRoot(
  { path, unlisted }: Pick<SitePage, 'path' | 'unlisted'>,
  { base }: SiteAddresses,
): string {
  return unlisted && base ? new URL(base).pathname : rootPath(path);
}

/** Renders the links of the footer to other forms of the page. */
function renderPageLinks({ path, source, unlisted }: SitePage, { repository }: SiteSettings): string {
  return [
    unlisted ? '' : `<a href="${path.split('/').at(-1)?.replace('.html', '.md')}">This page as Markdown</a>`,
    source && repository
      ? `<a href="${escapeHtml(`${repository}/${source.endsWith('/') ? 'tree' : 'edit'}/main/${source}`)}">Edit this page</a>`
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Renders the headings of a page as a list of links, which is closed on phones. */
function renderTableOfContents(headings: readonly Heading[]): string {
  if (headings.length === 0) return '';
  const links = headings.map(
    ({ level, id, html }) => `<li class="level-${level}"><a href="#${id}">${html}</a></li>`,
  );
  return `<details class="contents"><summary>On this page</summary><nav aria-label="On this page"><ul>${links.join('\n')}</ul></nav></details>`;
}

/** Renders an article with a sidebar on the left and its table of contents on the right. */
export function renderArticle(
  html: string,
  { sidebar, headings }: { readonly sidebar: string; readonly headings: readonly Heading[] },
): string {
  return `<div class="columns">
${sidebar}
${renderTableOfContents(headings)}
<main id="content" tabindex="-1" class="prose"><article>
${html}
</article></main>
</div>`;
}
