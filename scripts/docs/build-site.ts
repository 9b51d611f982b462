import { readFile } from 'node:fs/promises';
import { checkFacts } from '../facts/compare/check-facts.js';
import { readFacts } from '../facts/model/facts-file.js';
import { type Document, listOperations } from '../lib/description.js';
import type { Progress } from '../lib/progress.js';
import { readAssets } from './assets.js';
import { renderChangelog } from './changelog.js';
import { renderClientReference } from './client/client-reference.js';
import { renderGuides } from './guides/guides.js';
import { renderHome } from './home.js';
import { copyPages } from './markdown/copy-pages.js';
import { renderLlms } from './markdown/render-llms.js';
import { renderNotFound } from './not-found.js';
import { renderProvenance } from './provenance/provenance-page.js';
import { renderReference } from './reference/render-reference.js';
import { createHighlight } from './rendering/highlight.js';
import { createLinks, type Links } from './rendering/links.js';
import { createPageRenderer, type SitePage } from './rendering/site-page.js';
import { readSiteSettings, type SiteAddresses, type SiteSettings } from './rendering/site-settings.js';
import { listErrorCodes } from './search/list-error-codes.js';
import { createSearchIndex, renderSearchIndex } from './search/search-index.js';
import { readSearchTerms } from './search/search-terms.js';
import { renderSitemap } from './sitemap.js';

const description = new URL('../../generated/openapi.json', import.meta.url);

/**
 * Builds the files of the site.
 *
 * @returns The content of each file by its path.
 * @throws Error when a source of the site is wrong.
 */
export async function buildSite(
  progress: Progress,
  addresses: SiteAddresses = {},
): Promise<Map<string, string>> {
  const document = JSON.parse(await readFile(description, 'utf8')) as Document;
  const settings = await readSiteSettings(addresses, document);
  const links = createLinks(listOperations(document));
  const renderPage = await createPageRenderer(settings);
  const pages = await renderPages(document, links, settings, progress);
  const searchIndex = createSearchIndex(pages, listErrorCodes(document, links), await readSearchTerms());
  return new Map([
    ...pages.map((page) => [page.path, renderPage(page)] as const),
    ...copyPages(pages),
    ['llms.txt', await renderLlms(pages, settings)],
    ...(settings.base ? [['sitemap.xml', renderSitemap(pages, settings.base)] as const] : []),
    ...(await readAssets()),
    ['assets/search-index.js', renderSearchIndex(searchIndex)],
  ]);
}

/** Renders all pages. */
async function renderPages(
  document: Document,
  links: Links,
  settings: SiteSettings,
  progress: Progress,
): Promise<SitePage[]> {
  const highlight = await createHighlight();
  const guides = await renderGuides(highlight, links);
  progress(`${guides.length} guides`);
  const titles = new Map(guides.map(({ name, title }) => [name, title]));
  const reference = await renderReference(document, titles, highlight, links);
  progress(`API reference: ${reference.length} pages`);
  const client = renderClientReference(document, highlight);
  progress(`client reference: ${client.length} pages`);
  const { facts, inferred } = checkFacts(await readFacts(), document);
  const provenance = await renderProvenance(document, highlight, links);
  progress(`provenance: ${inferred} inferred elements`);
  const operations = listOperations(document);
  const home = await renderHome({ guides, operations, facts, inferred }, highlight, links);
  const changelog = await renderChangelog(settings, highlight, links);
  const notFound = await renderNotFound(settings);
  return [home, ...guides.map(({ page }) => page), ...reference, ...client, provenance, changelog, notFound];
}
