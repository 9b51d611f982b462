import { readFile } from 'node:fs/promises';
import { checkFacts } from '../facts/compare/check-facts.js';
import { readFacts } from '../facts/model/facts-file.js';
import { type Document, listOperations } from '../lib/description.js';
import type { Progress } from '../lib/progress.js';
import { readAssets } from './assets.js';
import { renderClientReference } from './client/client-reference.js';
import { renderGuides } from './guides/guides.js';
import { renderHome } from './home.js';
import { renderProvenance } from './provenance/provenance-page.js';
import { buildReference } from './reference/build-reference.js';
import { createHighlight } from './rendering/highlight.js';
import { createLinks, type Links } from './rendering/links.js';
import { createPageRenderer, type SitePage } from './rendering/site-page.js';
import { renderSearchIndex } from './search-index.js';

const description = new URL('../../generated/openapi.json', import.meta.url);

/**
 * Builds the files of the site.
 *
 * @returns The content of each file by its path.
 * @throws Error when a source of the site is wrong.
 */
export async function buildSite(progress: Progress): Promise<Map<string, string>> {
  const document = JSON.parse(await readFile(description, 'utf8')) as Document;
  const links = createLinks(listOperations(document));
  const renderPage = await createPageRenderer();
  // Redocly runs in a separate process meanwhile.
  const [api, pages] = await Promise.all([
    buildReference(document, renderPage),
    renderPages(document, links, progress),
  ]);
  progress('API reference');
  return new Map([
    ...pages.map((page) => [page.path, renderPage(page)] as const),
    [api.path, api.html],
    ...(await readAssets()),
    ['assets/search-index.js', renderSearchIndex(pages, document, links)],
  ]);
}

/** Renders all pages apart from the API reference. */
async function renderPages(document: Document, links: Links, progress: Progress): Promise<SitePage[]> {
  const highlight = await createHighlight();
  const guides = await renderGuides(highlight, links);
  progress(`${guides.length} guides`);
  const client = renderClientReference(document, highlight);
  progress(`client reference: ${client.length} pages`);
  const { facts, inferred } = checkFacts(await readFacts(), document);
  const provenance = await renderProvenance(document, highlight, links);
  progress(`provenance: ${inferred} inferred elements`);
  const operations = listOperations(document);
  const home = await renderHome({ guides, operations, facts, inferred }, highlight, links);
  return [home, ...guides.map(({ page }) => page), ...client, provenance];
}
