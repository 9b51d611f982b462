import type { Document } from '../lib/description.js';
import { bundle } from './bundle.js';
import { renderMethods } from './methods.js';
import { renderModels } from './models.js';
import { renderOperationsTable } from './operations-table.js';
import { renderSchemaTypes } from './schema-types.js';

/**
 * Generates the files of `generated/`.
 *
 * @param document The bundled description; bundled from `openapi/` by default.
 * @returns The content of each file by its name.
 */
export async function generateFiles(document?: Document): Promise<Map<string, string>> {
  const bundled = document ?? (await bundle());
  return new Map([
    ['openapi.json', `${JSON.stringify(bundled, null, 2)}\n`],
    ['schema.d.ts', await renderSchemaTypes(bundled)],
    ['operations.ts', renderOperationsTable(bundled)],
    ['models.ts', renderModels(bundled)],
    ['methods.ts', renderMethods(bundled)],
  ]);
}
