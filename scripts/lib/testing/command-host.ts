// Runs commands one after another in this process. Takes the runs as JSON, and prints their results as JSON.

import type { ProcessResult } from '../run-process.js';
import { type CommandRun, runHere } from './run-here.js';

const runs: readonly CommandRun[] = JSON.parse(process.argv[2] ?? '');
const print = process.stdout.write.bind(process.stdout);
const results: ProcessResult[] = [];
for (const run of runs) results.push(await runHere(run));
print(JSON.stringify(results));
