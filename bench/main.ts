import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arguments, readArguments, SECTIONS, USAGE } from './arguments.js';
import { install } from './install.js';
import { machine, versions } from './machine.js';
import { measure } from './measure.js';
import { FULL, QUICK } from './plan.js';
import { home, root, work } from './processes/run.js';
import { callFiguresOf } from './report/call-figures.js';
import { chartOf } from './report/chart.js';
import { targetsOf } from './report/targets.js';
import { textOf } from './report/text.js';
import { fileOf, type Results } from './results.js';

const progress = (line: string) => process.stderr.write(`${line}\n`);

const options = told();
if (options) await main(options);

/** What the command was told; undefined when there is nothing to do. */
function told(): Arguments | undefined {
  try {
    const options = readArguments(process.argv.slice(2));
    if (!options) process.stdout.write(USAGE);
    return options;
  } catch (error) {
    process.exitCode = 2;
    progress(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return undefined;
  }
}

async function main({ quick, sections }: Arguments): Promise<void> {
  const plan = quick ? QUICK : FULL;
  await install(progress);
  const { measured, failures } = await measure(sections, plan, progress);
  const { samples, ...others } = measured;
  const results: Results = {
    date: new Date().toISOString(),
    machine: machine(),
    plan,
    versions: await versions(),
    ...(samples && { calls: callFiguresOf(samples) }),
    ...others,
    targets: targetsOf(measured),
  };
  process.stdout.write(`${textOf(results)}\n`);
  if (quick) process.stdout.write('\nA quick run: too little was measured to rely on these figures.\n');
  const whole = !quick && sections.length === SECTIONS.length && failures.length === 0;
  await keep(results, whole);
  if (failures.length > 0) process.exitCode = 1;
}

/** Only a whole run is what the docs show. */
async function keep(results: Results, whole: boolean): Promise<void> {
  const file = whole ? join(home, 'results/latest.json') : join(work, 'latest.json');
  const chart = whole ? join(root, 'docs/assets/speed.svg') : join(work, 'speed.svg');
  const content = fileOf(results);
  await writeFile(file, content);
  // Drawn of what is kept, so that anybody can draw it again.
  const kept = JSON.parse(content) as Results;
  if (kept.calls) await writeFile(chart, chartOf(kept.calls, kept));
  progress(`kept in ${file}`);
}
