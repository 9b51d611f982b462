import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../scripts/lib/npm.js';
import type { Progress } from '../../scripts/lib/progress.js';
import { ROOT, WORK } from '../lib/paths.js';
import type { Plan } from '../lib/plan.js';
import { computeSpread, type Spread } from '../lib/spread.js';
import { tsc } from '../lib/tools.js';

/** Everything that the client is generated and compiled from. */
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
/** Without tests: the test command of the project would find them twice. */
const COPYING = { recursive: true, filter: (path: string) => !path.endsWith('.test.ts') };
const copy = join(WORK, 'regeneration');

/**
 * Measures the time from adding a property to a schema to a generated client that compiles, in ms, in a
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
  return computeSpread(times);
}

async function regenerate(): Promise<number> {
  await rm(copy, { recursive: true, force: true });
  for (const source of SOURCES) await cp(join(ROOT, source), join(copy, source), COPYING);
  const yaml = await readFile(join(copy, EDITED), 'utf8');
  const property = '  measured:\n    type: string\n    description: Added by the benchmark.\n';
  const started = performance.now();
  await writeFile(join(copy, EDITED), yaml.replace('properties:\n', `properties:\n${property}`));
  await npm(['run', 'generate'], copy);
  await tsc(['--noEmit', '-p', 'tsconfig.build.json'], copy);
  const ms = performance.now() - started;
  const types = await readFile(join(copy, 'generated/schema.d.ts'), 'utf8');
  if (!types.includes('measured?: string')) throw new Error(`The client did not change with ${EDITED}.`);
  return ms;
}
