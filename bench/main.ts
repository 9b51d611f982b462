import { join } from 'node:path';
import { runCommand } from '../scripts/lib/command.js';
import { writeFiles } from '../scripts/lib/files.js';
import { printProgress } from '../scripts/lib/progress.js';
import { install } from './install.js';
import { HOME, ROOT, WORK } from './lib/paths.js';
import { createPlan } from './lib/plan.js';
import { describeMachine, readVersions } from './machine.js';
import { measureSections } from './measure.js';
import { type Options, readOptions, SECTIONS, USAGE } from './options.js';
import { summarizeCalls } from './report/call-figures.js';
import { renderChart } from './report/chart.js';
import { formatResults, type Results } from './report/results.js';
import { checkTargets } from './report/target-checks.js';
import { renderText } from './report/text.js';

await runCommand({ usage: USAGE, read: readOptions, run: bench });

async function bench({ quick, sections }: Options): Promise<number> {
  const plan = createPlan(quick);
  await install(printProgress);
  const { measured, failures } = await measureSections(sections, plan, printProgress);
  const { samples, ...others } = measured;
  const results: Results = {
    date: new Date().toISOString(),
    machine: describeMachine(),
    plan,
    versions: await readVersions(),
    ...(samples && { calls: summarizeCalls(samples) }),
    ...others,
    targets: checkTargets(measured),
  };
  process.stdout.write(`${renderText(results)}\n`);
  if (quick) process.stdout.write('\nA quick run: too little was measured to rely on these figures.\n');
  const whole = !quick && sections.length === SECTIONS.length && failures.length === 0;
  keep(results, whole);
  return failures.length > 0 ? 1 : 0;
}

/** Writes the results. The docs show only those of a whole run. */
function keep(results: Results, whole: boolean): void {
  const file = whole ? join(HOME, 'results/latest.json') : join(WORK, 'latest.json');
  const chart = whole ? join(ROOT, 'docs/assets/speed.svg') : join(WORK, 'speed.svg');
  const content = formatResults(results);
  // Drawn from the rounded figures in the file, so that the chart can be drawn from it again.
  const kept = JSON.parse(content) as Results;
  const drawn = kept.calls && [[chart, renderChart(kept.calls, kept)] as const];
  writeFiles(new Map([[file, content], ...(drawn ?? [])]));
  printProgress(`kept in ${file}`);
}
