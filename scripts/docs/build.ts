import { readFile } from 'node:fs/promises';
import { checkFacts } from '../facts/compare/check-facts.js';
import { readFacts } from '../facts/model/facts-file.js';
import { type Document, listOperations } from '../lib/description.js';
import type { Progress } from '../lib/progress.js';
import { assets } from './assets.js';
import { clientPages } from './client/client.js';
import { guides } from './guides.js';
import { createHighlight } from './highlight.js';
import { homePage } from './home.js';
import { createLinks, type Links } from './links.js';
import { createFrame, type Page } from './page.js';
import { provenancePage } from './provenance/page.js';
import { reference } from './reference/reference.js';
import { searchScript } from './search-index.js';

const description = new URL('../../generated/openapi.json', import.meta.url);

/**
 * Makes all files of the site: their content by their path.
 *
 * @throws Error that says what is wrong with a source of the site.
 */
export async function buildSite(progress: Progress): Promise<Map<string, string>> {
  const document = JSON.parse(await readFile(description, 'utf8')) as Document;
  const links = createLinks(listOperations(document));
  const frame = await createFrame();
  // Redocly runs in a process of its own, beside everything else.
  const [api, pages] = await Promise.all([
    reference(document, frame),
    pagesOfText(document, links, progress),
  ]);
  progress('API reference');
  return new Map([
    ...pages.map((page) => [page.path, frame(page)] as const),
    [api.path, api.html],
    ...(await assets()),
    ['assets/search-index.js', searchScript(pages, document, links)],
  ]);
}

/** All pages but the API reference. */
async function pagesOfText(document: Document, links: Links, progress: Progress): Promise<Page[]> {
  const highlight = await createHighlight();
  const written = await guides(highlight, links);
  progress(`${written.length} guides`);
  const client = clientPages(document, highlight);
  progress(`client reference: ${client.length} pages`);
  const { facts, inferred } = checkFacts(await readFacts(), document);
  const provenance = await provenancePage(document, highlight, links);
  progress(`provenance: ${inferred} inferred elements`);
  const operations = listOperations(document);
  const home = await homePage({ guides: written, operations, facts, inferred }, highlight, links);
  return [home, ...written.map(({ page }) => page), ...client, provenance];
}
