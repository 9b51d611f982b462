import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../plan.js';
import { npm, root, tsc, work } from '../processes/run.js';
import type { Progress } from '../progress.js';
import { type Spread, spreadOf } from '../spread.js';

/** What the client is made from. */
const SOURCES = [
  'openapi',
  'generated',
  'scripts',
  'src',
  'package.json',
  'redocly.yaml',
  'tsconfig.json',
  'tsconfig.build.json',
];
const EDITED = 'openapi/schemas/PaymentRequest.yaml';
/** Without tests: the suite of the project would find them twice. */
const COPYING = { recursive: true, filter: (path: string) => !path.endsWith('.test.ts') };
const copy = join(work, 'regeneration');

/**
 * From a property that is added to a schema to the client that knows it and compiles, in milliseconds; in a
 * copy of the project.
 *
 * @throws Error when the client did not change.
 */
export async function measureRegeneration({ regenerations }: Plan, progress: Progress): Promise<Spread> {
  const times: number[] = [];
  for (let round = 1; round <= regenerations; round += 1) {
    progress(`regeneration: round ${round} of ${regenerations}`);
    times.push(await regenerate());
  }
  return spreadOf(times);
}

async function regenerate(): Promise<number> {
  await rm(copy, { recursive: true, force: true });
  for (const source of SOURCES) await cp(join(root, source), join(copy, source), COPYING);
  const yaml = await readFile(join(copy, EDITED), 'utf8');
  const property = '  measured:\n    type: string\n    description: Added by the benchmark.\n';
  const started = performance.now();
  await writeFile(join(copy, EDITED), yaml.replace('properties:\n', `properties:\n${property}`));
  npm(['run', 'generate'], copy);
  tsc(['--noEmit', '-p', 'tsconfig.build.json'], copy);
  const ms = performance.now() - started;
  const types = await readFile(join(copy, 'generated/schema.d.ts'), 'utf8');
  if (!types.includes('measured?: string')) throw new Error(`${EDITED} was edited, the client is as before.`);
  return ms;
}
