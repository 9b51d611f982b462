import { readFile } from 'node:fs/promises';
import { linkToCopy } from '../markdown/convert-html.js';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import type { Links } from '../rendering/links.js';
import { listCodeBlocks, renderMarkdown, replaceLinks } from '../rendering/markdown.js';
import { renderNeighbors } from '../rendering/render-neighbors.js';
import { renderPageList } from '../rendering/render-page-list.js';
import { renderArticle, type SitePage } from '../rendering/site-page.js';
import { renderExample, renderProgram } from '../runner/render-program.js';

const folder = new URL('../../../docs/guides/', import.meta.url);

/** The guides in reading order, by the names of their files in `docs/guides/` without the extension. */
export const GUIDES = [
  'quick-start',
  'your-project',
  'tokens',
  'idempotency',
  'after-a-crash',
  'journal-stores',
  'queues',
  'errors',
  'tracing',
  'proxies',
  'pagination',
  'signing',
  'openapi-fetch',
  'testing',
  'triggers',
  'speed',
  'certainty',
  'check-your-provider',
  'going-live',
  'other-languages',
  'glossary',
] as const;

/** The name of the program that the examples of a guide make up. */
const PROGRAM = 'guide';

/** A rendered guide. */
export interface Guide {
  /** The name of its file, such as `quick-start`. */
  readonly name: string;
  readonly page: SitePage;
  readonly title: string;
  readonly lead: string;
}

/** Returns the path of a guide in the repository. */
function getFile(name: string): string {
  return `docs/guides/${name}.md`;
}

/** Reads the Markdown source of a guide. */
export function readGuide(name: string): Promise<string> {
  return readFile(new URL(`${name}.md`, folder), 'utf8');
}

/** Renders all guides, each with a list of all guides and links to the previous and the next one. */
export async function renderGuides(highlight: Highlight, links: Links): Promise<Guide[]> {
  const sources = await Promise.all(GUIDES.map(readGuide));
  const resolve = (index: number) => (href: string) =>
    links.resolve(href, getFile(GUIDES[index] ?? ''), '../');
  const rendered = sources.map((source, index) =>
    renderMarkdown(source, highlight, resolve(index), (code, language) =>
      renderExample(PROGRAM, code, language),
    ),
  );
  const guideLinks = GUIDES.map((name, index) => ({
    href: `${name}.html`,
    title: rendered[index]?.title ?? name,
  }));
  return rendered.map(({ title, lead, html, headings }, index) => {
    const heading = `<h1>${escapeHtml(title)}</h1>`;
    const sidebar = renderPageList('Guides', [{ pages: guideLinks }], guideLinks[index]?.href ?? '');
    const program = renderProgram(PROGRAM, listCodeBlocks(sources[index] ?? '', 'ts'));
    return {
      name: GUIDES[index] ?? '',
      title,
      lead,
      page: {
        path: `guides/${guideLinks[index]?.href}`,
        title,
        description: lead,
        section: 'guides',
        body: renderArticle(
          `${heading}\n${html}\n${program}${renderNeighbors(guideLinks, index, 'Other guides')}`,
          {
            sidebar,
            headings,
          },
        ),
        source: getFile(GUIDES[index] ?? ''),
        markdown: replaceLinks(sources[index] ?? '', (href) => linkToCopy(resolve(index)(href))),
      },
    };
  });
}
