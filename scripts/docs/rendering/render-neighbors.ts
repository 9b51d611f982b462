import { escapeHtml } from './html.js';

/** A page of a series. */
export interface Neighbor {
  /** The link from a page of the series to it. */
  readonly href: string;
  readonly title: string;
}

/**
 * Renders links to the pages before and after a page of a series.
 *
 * @param label The accessible name of the links, such as `Other guides`.
 */
export function renderNeighbors(pages: readonly Neighbor[], current: number, label: string): string {
  const link = (target: Neighbor | undefined, rel: 'prev' | 'next', text: string) =>
    target
      ? `<a href="${target.href}" rel="${rel}"><span class="quiet">${text}</span><br>${escapeHtml(target.title)}</a>`
      : '<span></span>';
  const previous = link(pages[current - 1], 'prev', 'Previous');
  return `<nav class="turn" aria-label="${label}">${previous}${link(pages[current + 1], 'next', 'Next')}</nav>`;
}
