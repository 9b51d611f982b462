import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, UsageError, usageOf } from './arguments.js';
import { install } from './install.js';
import { installPacked } from './pack.js';
import { PROCESS_RUNTIMES } from './runtimes.js';
import { tableOf } from './table.js';
import { PAGE, testPage } from './test-page.js';
import { testProcess } from './test-process.js';
import { isFailure, type Verdict } from './verdict.js';

const NAMES = [...PROCESS_RUNTIMES.map(({ name }) => name), PAGE];

const tell = (line: string) => process.stderr.write(`${line}\n`);

try {
  const options = readArguments(process.argv.slice(2), NAMES);
  if (!options) process.stdout.write(usageOf(NAMES));
  else await main(options.only.length > 0 ? options.only : NAMES);
} catch (error) {
  const misused = error instanceof UsageError;
  process.exitCode = misused ? 2 : 1;
  tell(error instanceof Error ? error.message : String(error));
  if (misused) tell(usageOf(NAMES));
}

async function main(names: readonly string[]): Promise<void> {
  const problem = await install(tell);
  const verdicts = problem ? names.map((runtime) => ({ runtime, missing: problem })) : await testAll(names);
  process.stdout.write(`${tableOf(verdicts)}\n`);
  if (verdicts.some((verdict) => isFailure(verdict, Boolean(process.env['CI'])))) process.exitCode = 1;
}

async function testAll(names: readonly string[]): Promise<Verdict[]> {
  const project = await mkdtemp(join(tmpdir(), 'lddpay-runtimes-'));
  const verdicts: Verdict[] = [];
  try {
    tell('Packing the client ...');
    await installPacked(project);
    for (const name of names) {
      tell(`Testing it on ${name} ...`);
      const runtime = PROCESS_RUNTIMES.find((each) => each.name === name);
      verdicts.push(runtime ? await testProcess(runtime, project) : await testPage(project));
    }
  } finally {
    await rm(project, { recursive: true, force: true });
  }
  return verdicts;
}
