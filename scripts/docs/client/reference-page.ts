import { breakName, escapeHtml, slugify } from '../rendering/html.js';
import { anchor, type Heading } from '../rendering/markdown.js';
import { renderArticle, type SitePage } from '../rendering/site-page.js';
import type { Exported } from './exports.js';
import { type RenderContext, renderExport } from './render-export.js';

/** A page of the client reference before it is rendered. */
export interface ReferencePage {
  readonly path: string;
  readonly title: string;
  /** The first paragraph, as HTML. */
  readonly lead: string;
  readonly groups: readonly ExportGroup[];
  /** The path of its entry module in the repository. */
  readonly source: string;
}

/** Exports that belong together. */
export interface ExportGroup {
  readonly title: string;
  readonly exports: readonly Exported[];
}

/** Renders a page with a list of all pages and its table of contents. */
export function renderReferencePage(
  page: ReferencePage,
  pages: readonly ReferencePage[],
  context: RenderContext,
): SitePage {
  return {
    path: page.path,
    title: page.title,
    description: `${page.title}: every export with its type and documentation.`,
    section: 'client',
    body: renderArticle(renderContent(page, context), {
      sidebar: renderSidebar(pages, page),
      headings: page.groups.flatMap(listHeadings),
    }),
    source: page.source,
  };
}

function renderContent({ path, title, lead, groups }: ReferencePage, context: RenderContext): string {
  const sections = groups.map((group) => {
    const { id } = groupHeading(group);
    const exports = group.exports.map((exported) => renderExport(exported, path, context)).join('\n');
    return `<h2 id="${id}">${group.title}${anchor(id)}</h2>\n${exports}`;
  });
  return `<h1>${title}</h1>\n${lead}\n${sections.join('\n')}`;
}

function listHeadings(group: ExportGroup): Heading[] {
  const names = group.exports.map(({ name }) => ({ level: 3, id: name, html: breakName(name) }));
  return [groupHeading(group), ...names];
}

/** The prefix keeps the ids of groups apart from those of exports. */
function groupHeading({ title }: ExportGroup): Heading {
  return { level: 2, id: `group-${slugify(title)}`, html: title };
}

function renderSidebar(pages: readonly ReferencePage[], current: ReferencePage): string {
  const links = pages.map((page) => {
    const here = page === current ? ' aria-current="page"' : '';
    return `<li><a href="${page.path.split('/').at(-1)}"${here}>${escapeHtml(page.title)}</a></li>`;
  });
  return `<details class="sidebar"><summary>Client reference</summary><nav aria-label="Client reference"><ul>${links.join('')}</ul></nav></details>`;
}
