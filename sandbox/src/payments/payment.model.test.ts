import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steps } from '../testing/model/commands.js';
import { orders } from '../testing/model/instructions.js';
import { Life } from '../testing/model/model-run.js';
import { request } from '../testing/model/writes.js';
import { DAY, SECOND } from '../testing/samples.js';

/** Lives are of any length up to this many steps. */
const MOST_STEPS = 55;

/** None, a short one, and one that spans whatever else can happen; in milliseconds. */
const CAPTURE_DELAYS = [0, SECOND, 6 * DAY];

const SEED = 20260101;

/** Long enough to find the shortest life that fails. */
const PATIENCE = 120_000;

/** Lives through payments at random. Gives how many steps were taken. */
async function live(lives: number, seed?: number): Promise<number> {
  let taken = 0;
  const property = fc.asyncProperty(
    fc.constantFrom(...CAPTURE_DELAYS),
    orders,
    fc.commands(steps, { size: 'max', maxCommands: MOST_STEPS }),
    async (captureDelay, order, commands) => {
      const life = await Life.begin(captureDelay);
      await life.write(request(life, order));
      await fc.asyncModelRun(() => ({ model: life, real: life }), commands);
      taken += life.steps;
    },
  );
  await fc.assert(property, { numRuns: lives, ...(seed !== undefined && { seed }) });
  return taken;
}

it(
  'agrees with the model of balances and states through 500 lives of 20 steps and more on average',
  async () => {
    expect(await live(500, SEED)).toBeGreaterThan(500 * 20);
  },
  PATIENCE,
);

it(
  'agrees with it through lives that no run before has seen',
  async () => {
    await live(100);
  },
  PATIENCE,
);
