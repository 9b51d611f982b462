import fc from 'fast-check';
import { DAY, MINUTE, SECOND } from '../fixtures.js';
import { instructions } from './instructions.js';
import type { ModelRun } from './model-run.js';
import type { ModelChallengeOutcome } from './payment-model.js';
import {
  cancelRetries,
  capture,
  increment,
  PORTIONS,
  type Portion,
  refund,
  request,
  reverse,
  voidRest,
} from './writes.js';

/** Statuses that few requests can still change. */
const FINAL_STATUSES = ['Voided', 'Refunded', 'Declined', 'Canceled', 'Expired', 'Card Verified', 'Returned'];

const PORTION_NAMES = Object.keys(PORTIONS) as Portion[];

/** A step of a model run, with a name for reports. */
class Step implements fc.AsyncCommand<ModelRun, ModelRun> {
  readonly run: (run: ModelRun) => Promise<void>;
  readonly check: (run: Readonly<ModelRun>) => boolean;
  readonly #name: string;

  constructor(name: string, run: Step['run'], check: Step['check'] = () => true) {
    this.#name = name;
    this.run = run;
    this.check = check;
  }

  toString(): string {
    return this.#name;
  }
}

const newPayments = instructions.map(
  (instruction) =>
    new Step(
      `requests ${JSON.stringify(instruction)}`,
      (run) => run.write(request(run, instruction)),
      ({ model }) => model.isIdle || FINAL_STATUSES.includes(model.status),
    ),
);

const increments = fc
  .constantFrom(undefined, 0, 250, 250, 105, 151)
  .map((amount) => new Step(`increments by ${amount}`, (run) => run.write(increment(run, amount))));

const captures = fc
  .record({
    portion: fc.constantFrom<Portion>(...PORTION_NAMES, 'some', 'some'),
    final: fc.constantFrom(true, false, false),
  })
  .map(
    ({ portion, final }) =>
      new Step(`captures ${portion}${final ? '' : ', not final'}`, (run) =>
        run.write(capture(run, portion, final)),
      ),
  );

const refunds = fc
  .constantFrom<Portion>(...PORTION_NAMES, 'some', 'some')
  .map((portion) => new Step(`refunds ${portion}`, (run) => run.write(refund(run, portion))));

const completions = fc
  .constantFrom<ModelChallengeOutcome>(
    'authorized',
    'authorized',
    'authorized',
    'declined',
    'canceled',
    'expired',
  )
  .map((outcome) => new Step(`completes the challenge: ${outcome}`, (run) => run.complete(outcome)));

const waits = fc
  .constantFrom(SECOND / 2, SECOND, MINUTE, 16 * MINUTE, DAY, DAY, 4 * DAY, 4 * DAY, 4 * DAY, 7 * DAY)
  .map((ms) => new Step(`waits ${ms} ms`, (run) => run.advance(ms)));

const reversals = step('reverses', (run) => run.write(reverse(run)));
const voids = step('voids', (run) => run.write(voidRest(run)));
const cancellations = step('cancels the retries', (run) => run.write(cancelRetries(run)));
const replays = step('replays', (run) => run.replay());
const misuses = step('misuses the key', (run) =>
  run.misuseKey(voidRest(run, { reference: `void-${run.steps}` })),
);
const readings = step('reads the actions', (run) => run.checkActions());

function step(name: string, run: Step['run']): fc.Arbitrary<Step> {
  return fc.constant(new Step(name, run));
}

/** All steps. A step that is listed more often is generated more often. */
export const steps: fc.Arbitrary<Step>[] = [
  ...[newPayments, newPayments, newPayments, newPayments, newPayments, newPayments, newPayments, newPayments],
  ...[increments, increments, increments, increments, captures, captures, captures, captures],
  ...[refunds, refunds, reversals, voids, cancellations, completions],
  ...[waits, waits, waits, waits, replays, replays, misuses, readings],
];
