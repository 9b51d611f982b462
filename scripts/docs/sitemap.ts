import { escapeHtml } from './rendering/html.js';
import type { SitePage } from './rendering/site-page.js';

/**
 * Renders the list of all pages for search engines.
 *
 * @param base The URL of the site, with a slash at its end.
 */
export function renderSitemap(pages: readonly SitePage[], base: string): string {
  const urls = pages
    .filter(({ unlisted }) => !unlisted)
    .map(
      ({ path }) => `<url><loc>${escapeHtml(base + path.replace(/(^|\/)index\.html$/, '$1'))}</loc></url>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}
