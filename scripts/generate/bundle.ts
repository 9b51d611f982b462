import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../lib/description.js';
import { withTemporaryFolder } from '../lib/interruption.js';
import { redocly } from '../lib/redocly.js';

/**
 * Bundles the description into one document that has only internal references.
 *
 * @throws Error with the output of Redocly when it cannot bundle the description.
 */
export async function bundle(): Promise<Document> {
  return withTemporaryFolder('lddpay-bundle-', async (directory) => {
    const file = join(directory, 'openapi.json');
    const { code, output } = await redocly(['bundle', 'lddpay', '--output', file]);
    if (code !== 0) throw new Error(`Could not bundle the description.\n${output}`);
    return JSON.parse(await readFile(file, 'utf8')) as Document;
  });
}
