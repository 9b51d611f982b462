import type { Progress } from '../scripts/lib/progress.js';
import { measureCalls } from './calls/measure-calls.js';
import { measureJournal } from './calls/measure-journal.js';
import { measureLongRun } from './calls/measure-long-run.js';
import { measureObserver } from './calls/measure-observer.js';
import type { Plan } from './lib/plan.js';
import type { Section } from './options.js';
import { measurePackages } from './packages/measure-packages.js';
import { measureRegeneration } from './regeneration/measure-regeneration.js';
import type { Measured } from './report/results.js';
import { measureSandbox } from './sandbox/measure-sandbox.js';

type Measurement = (plan: Plan, progress: Progress) => Promise<Measured>;

const MEASUREMENTS: Record<Section, Measurement> = {
  calls: async (plan, progress) => ({ samples: await measureCalls(plan, progress) }),
  journal: async (plan, progress) => ({ journal: await measureJournal(plan, progress) }),
  observer: async (plan, progress) => ({ observer: await measureObserver(plan, progress) }),
  million: async (plan, progress) => ({ million: await measureLongRun(plan, progress) }),
  packages: async (plan, progress) => ({ packages: await measurePackages(plan, progress) }),
  regeneration: async (plan, progress) => ({ regeneration: await measureRegeneration(plan, progress) }),
  sandbox: async (plan, progress) => ({ sandbox: await measureSandbox(plan, progress) }),
};

/** Measures sections one after another. A section that cannot be measured is reported and left out. */
export async function measureSections(sections: readonly Section[], plan: Plan, progress: Progress) {
  let measured: Measured = {};
  const failures: Section[] = [];
  for (const section of sections) {
    try {
      measured = { ...measured, ...(await MEASUREMENTS[section](plan, progress)) };
    } catch (error) {
      failures.push(section);
      progress(`${section} could not be measured: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { measured, failures };
}
