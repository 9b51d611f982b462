import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fill } from './memory.js';
import { race } from './race.js';
import { memoryText, resultsOf, tableOf } from './report.js';

// The built sandbox against Prism, over HTTP: `npm run build && tsx bench/sandbox.ts`. With --json FILE the
// figures go there as well; with --quick there is a tenth of everything, to see that it works.

const { values } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean' } } });

const SHARE = values.quick ? 0.1 : 1;
const ROUNDS = 10 * SHARE + 1;
const PAIRS = 500 * SHARE;
const PAYMENTS = 100_000 * SHARE;

/** What the sandbox may take up with all those payments, in bytes. */
const MOST_MEMORY = 500 * 1024 * 1024;

const progress = (text: string) => process.stderr.write(`${text}\n`);

const results = [];
for (const inFlight of [8, 64]) {
  results.push(...resultsOf(await race(inFlight, ROUNDS, PAIRS, progress)));
}
const memory = await fill(PAYMENTS, progress);

process.stdout.write(`${tableOf(results)}\n${memoryText(memory)}\n`);
if (values.json) {
  const machine = { node: process.version, processor: cpus()[0]?.model, processors: cpus().length };
  await writeFile(
    values.json,
    `${JSON.stringify({ machine, rounds: ROUNDS, pairs: PAIRS, results, memory }, null, 2)}\n`,
  );
}
if (memory.rss >= MOST_MEMORY) {
  progress(`The sandbox takes up more than ${MOST_MEMORY / 1024 / 1024} MB.`);
  process.exitCode = 1;
}
