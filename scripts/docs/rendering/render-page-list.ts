import { escapeHtml } from './html.js';
import type { Neighbor } from './render-neighbors.js';

/** Pages that belong together. */
export interface PageGroup {
  readonly name?: string;
  readonly pages: readonly Neighbor[];
}

/**
 * Renders the list of all pages of a part of the site. It is closed on phones; the style sheet shows it beside the text
 * on wide screens.
 *
 * @param current The link to the page that has the list.
 */
export function renderPageList(title: string, groups: readonly PageGroup[], current: string): string {
  const lists = groups.map(({ name, pages }) => {
    const links = pages.map((page) => {
      const here = page.href === current ? ' aria-current="page"' : '';
      return `<li><a href="${page.href}"${here}>${escapeHtml(page.title)}</a></li>`;
    });
    return `${name === undefined ? '' : `<p>${escapeHtml(name)}</p>`}<ul>${links.join('')}</ul>`;
  });
  return `<details class="sidebar"><summary>${title}</summary><nav aria-label="${title}">${lists.join('')}</nav></details>`;
}
