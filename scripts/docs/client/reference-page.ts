import { escapeHtml } from '../rendering/html.js';
import { anchor, type Heading } from '../rendering/markdown.js';
import { article, type Page } from '../rendering/site-page.js';
import type { Exported } from './exports.js';
import { type Renderer, renderExported } from './render-export.js';

/** A page of the client's reference. */
export interface Chapter {
  readonly path: string;
  readonly title: string;
  /** What it begins with, as HTML. */
  readonly lead: string;
  readonly groups: readonly Group[];
}

/** Exports that belong together. */
export interface Group {
  readonly title: string;
  readonly exports: readonly Exported[];
}

/** The page of a chapter, with a list of all chapters and of what it holds. */
export function chapterPage(chapter: Chapter, chapters: readonly Chapter[], renderer: Renderer): Page {
  return {
    path: chapter.path,
    title: chapter.title,
    description: `${chapter.title}: every export with its type and documentation.`,
    section: 'client',
    body: article(chapterHtml(chapter, renderer), {
      sidebar: listOfChapters(chapters, chapter),
      headings: chapter.groups.flatMap(headingsOf),
    }),
  };
}

function chapterHtml({ path, title, lead, groups }: Chapter, renderer: Renderer): string {
  const sections = groups.map((group) => {
    const { id } = groupHeading(group);
    const exports = group.exports.map((exported) => renderExported(exported, path, renderer)).join('\n');
    return `<h2 id="${id}">${group.title}${anchor(id)}</h2>\n${exports}`;
  });
  return `<h1>${title}</h1>\n${lead}\n${sections.join('\n')}`;
}

function headingsOf(group: Group): Heading[] {
  const names = group.exports.map(({ name }) => ({ level: 3, id: name, html: name }));
  return [groupHeading(group), ...names];
}

/** Names of exports are anchors of their own. */
function groupHeading({ title }: Group): Heading {
  return { level: 2, id: `group-${title.toLowerCase().replaceAll(/\W+/g, '-')}`, html: title };
}

function listOfChapters(chapters: readonly Chapter[], current: Chapter): string {
  const links = chapters.map((chapter) => {
    const here = chapter === current ? ' aria-current="page"' : '';
    return `<li><a href="${chapter.path.split('/').at(-1)}"${here}>${escapeHtml(chapter.title)}</a></li>`;
  });
  return `<details class="sidebar" open><summary>Client reference</summary><nav aria-label="Client reference"><ul>${links.join('')}</ul></nav></details>`;
}
