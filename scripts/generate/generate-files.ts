import type { Document } from '../lib/description.js';
import { bundle } from './bundle.js';
import { checkDescription } from './check-description.js';
import { renderMethods } from './methods.js';
import { renderModels } from './models.js';
import { renderOperationsTable } from './operations-table.js';
import { renderResponseValidators } from './response-validators.js';
import { renderSchemaTypes } from './schema-types.js';
import { renderValidators } from './validators.js';

/**
 * Generates the files of `generated/`.
 *
 * @param document The bundled description; bundled from `openapi/` by default.
 * @returns The content of each file by its name.
 * @throws Error when the description lacks what the code relies on.
 */
export async function generateFiles(document?: Document): Promise<Map<string, string>> {
  const bundled = document ?? (await bundle());
  checkDescription(bundled);
  const validators = await renderValidators(bundled);
  const responseValidators = await renderResponseValidators(bundled);
  return new Map([
    ['openapi.json', `${JSON.stringify(bundled, null, 2)}\n`],
    ['schema.d.ts', await renderSchemaTypes(bundled)],
    ['operations.ts', renderOperationsTable(bundled)],
    ['models.ts', renderModels(bundled)],
    ['methods.ts', renderMethods(bundled)],
    ['validators.js', validators.code],
    ['validators.d.ts', validators.types],
    ['response-validators.js', responseValidators.code],
    ['response-validators.d.ts', responseValidators.types],
  ]);
}
