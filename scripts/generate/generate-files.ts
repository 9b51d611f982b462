import type { Document } from '../lib/description.js';
import { bundle } from './bundle.js';
import { methods } from './methods.js';
import { models } from './models.js';
import { operationsTable } from './operations-table.js';
import { schemaTypes } from './schema-types.js';

/** Everything in `generated/`, by file name. */
export async function generateFiles(document?: Document): Promise<Map<string, string>> {
  const bundled = document ?? (await bundle());
  return new Map([
    ['openapi.json', `${JSON.stringify(bundled, null, 2)}\n`],
    ['schema.d.ts', await schemaTypes(bundled)],
    ['operations.ts', operationsTable(bundled)],
    ['models.ts', models(bundled)],
    ['methods.ts', methods(bundled)],
  ]);
}
