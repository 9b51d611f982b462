import { type Document, listOperations } from '../../lib/description.js';
import { listInferredElements } from '../provenance/inferred-parts.js';
import type { Highlight } from '../rendering/highlight.js';
import type { Links } from '../rendering/links.js';
import type { SitePage } from '../rendering/site-page.js';
import { renderModelsPage } from './models-page.js';
import { renderOperationPage } from './operation-page.js';
import { renderOverviewPage } from './overview-page.js';
import { listGroups } from './reference-frame.js';
import { listFields } from './render-fields.js';
import { readOperationParts } from './schema/operation-parts.js';
import type { Source } from './schema/schema-node.js';
import { readStatusDrivers } from './status-drivers.js';
import { type FieldErrorCodes, tryBrokenFields } from './trials/try-broken-fields.js';
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
  const errorCodes = await listErrorCodes(source);
  const context = { source, groups, highlight, links, guides, trials, errorCodes, drivers };
  return [
    renderOverviewPage(context),
    ...groups.flatMap(({ operations }) => operations.map((one) => renderOperationPage(one, context))),
    renderModelsPage(context),
  ];
}

/** Finds the error codes that the sandbox has for the fields of each operation. */
async function listErrorCodes(source: Source): Promise<Map<string, FieldErrorCodes>> {
  const trials = listOperations(source.document).map(async (operation) => {
    const { parameters, body } = readOperationParts(source, operation);
    const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const fields = body ? listFields(body.schema, { prefix: '' }).map(({ name }) => name) : [];
    const codes = await tryBrokenFields(source.document, operation, { query, body: fields });
    return [operation.operationId, codes] as const;
  });
  return new Map(await Promise.all(trials));
}
