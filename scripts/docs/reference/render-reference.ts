import type { Document } from '../../lib/description.js';
import { listInferredElements } from '../provenance/inferred-parts.js';
import type { Highlight } from '../rendering/highlight.js';
import type { Links } from '../rendering/links.js';
import type { SitePage } from '../rendering/site-page.js';
import { renderModelsPage } from './models-page.js';
import { renderOperationPage } from './operation-page.js';
import { renderOverviewPage } from './overview-page.js';
import { listGroups } from './reference-frame.js';
import { readStatusDrivers } from './status-drivers.js';
import { tryOperations } from './trials/try-operations.js';

/**
 * Renders the API reference: an overview, a page for each operation, and the models.
 *
 * @param guides The titles of the guides by the names of their files.
 */
export async function renderReference(
  document: Document,
  guides: ReadonlyMap<string, string>,
  highlight: Highlight,
  links: Links,
): Promise<SitePage[]> {
  const groups = listGroups(document);
  const source = { document, elements: listInferredElements(document) };
  const trials = await tryOperations(document);
  const drivers = await readStatusDrivers(document);
  const context = { source, groups, highlight, links, guides, trials, drivers };
  return [
    renderOverviewPage(context),
    ...groups.flatMap(({ operations }) => operations.map((one) => renderOperationPage(one, context))),
    renderModelsPage(context),
  ];
}
