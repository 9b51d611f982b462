import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Document } from '../description.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/**
 * Bundles the description into one document with internal references only.
 *
 * @param api A name from `redocly.yaml`, or the path of a root file.
 * @throws Error with what Redocly printed when the description cannot be bundled.
 */
export async function bundle(api = 'lddpay'): Promise<Document> {
  const directory = await mkdtemp(join(tmpdir(), 'lddpay-bundle-'));
  const output = join(directory, 'openapi.json');
  try {
    await promisify(execFile)(process.execPath, [redocly, 'bundle', api, '--output', output], {
      cwd: root,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    return JSON.parse(await readFile(output, 'utf8')) as Document;
  } catch (cause) {
    const printed = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause);
    throw new Error(`The description cannot be bundled.\n${printed}`, { cause });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
