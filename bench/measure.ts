import type { Section } from './arguments.js';
import type { Plan } from './plan.js';
import type { Progress } from './progress.js';
import type { Measured } from './report/targets.js';
import { measureCalls } from './sections/calls.js';
import { measureLongRun } from './sections/long.js';
import { measurePackages } from './sections/packages.js';
import { measureRegeneration } from './sections/regeneration.js';
import { measureSandbox } from './sections/sandbox.js';

type Measurement = (plan: Plan, progress: Progress) => Promise<Measured>;

const MEASUREMENTS: Record<Section, Measurement> = {
  calls: async (plan, progress) => ({ samples: await measureCalls(plan, progress) }),
  million: async (plan, progress) => ({ million: await measureLongRun(plan, progress) }),
  packages: async (plan, progress) => ({ packages: await measurePackages(plan, progress) }),
  regeneration: async (plan, progress) => ({ regeneration: await measureRegeneration(plan, progress) }),
  sandbox: async (plan, progress) => ({ sandbox: await measureSandbox(plan, progress) }),
};

/** Measures sections one after another. What cannot be measured is left out, and said. */
export async function measure(sections: readonly Section[], plan: Plan, progress: Progress) {
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
