import { breakName, slugify } from '../rendering/html.js';
import { anchor, type Heading } from '../rendering/markdown.js';
import type { Neighbor } from '../rendering/render-neighbors.js';
import { renderPageList } from '../rendering/render-page-list.js';
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
      sidebar: renderPageList('Client reference', [{ pages: pages.map(createLink) }], createLink(page).href),
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

function createLink({ path, title }: ReferencePage): Neighbor {
  return { href: path.split('/').at(-1) ?? path, title };
}
