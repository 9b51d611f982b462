import fc from 'fast-check';
import { DAY, MINUTE, SECOND } from '../samples.js';
import { orders } from './instructions.js';
import type { Life } from './model-run.js';
import type { ChallengeEnd } from './payment-model.js';
import {
  cancelRetry,
  capture,
  increment,
  PORTIONS,
  type Portion,
  refund,
  request,
  reverse,
  voidRest,
} from './writes.js';

/** States that little can change any more. */
const ENDED = ['Voided', 'Refunded', 'Declined', 'Canceled', 'Expired', 'Card Verified', 'Returned'];

const PORTION_NAMES = Object.keys(PORTIONS) as Portion[];

/** A step of a life, with a name to report it by. */
class Step implements fc.AsyncCommand<Life, Life> {
  readonly run: (life: Life) => Promise<void>;
  readonly check: (life: Readonly<Life>) => boolean;
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

const startsOver = orders.map(
  (order) =>
    new Step(
      `requests ${JSON.stringify(order)}`,
      (life) => life.write(request(life, order)),
      ({ model }) => model.isOver || ENDED.includes(model.status),
    ),
);

const increments = fc
  .constantFrom(undefined, 0, 250, 250, 105, 151)
  .map((amount) => new Step(`increments by ${amount}`, (life) => life.write(increment(life, amount))));

const captures = fc
  .record({
    portion: fc.constantFrom<Portion>(...PORTION_NAMES, 'some', 'some'),
    final: fc.constantFrom(true, false, false),
  })
  .map(
    ({ portion, final }) =>
      new Step(`captures ${portion}${final ? '' : ', not finally'}`, (life) =>
        life.write(capture(life, portion, final)),
      ),
  );

const refunds = fc
  .constantFrom<Portion>(...PORTION_NAMES, 'some', 'some')
  .map((portion) => new Step(`refunds ${portion}`, (life) => life.write(refund(life, portion))));

const completions = fc
  .constantFrom<ChallengeEnd>('authorized', 'authorized', 'authorized', 'declined', 'canceled', 'expired')
  .map((end) => new Step(`completes the challenge: ${end}`, (life) => life.complete(end)));

const waits = fc
  .constantFrom(SECOND / 2, SECOND, MINUTE, 16 * MINUTE, DAY, DAY, 4 * DAY, 4 * DAY, 4 * DAY, 7 * DAY)
  .map((ms) => new Step(`waits ${ms} ms`, (life) => life.advance(ms)));

const reversals = step('reverses', (life) => life.write(reverse(life)));
const voids = step('voids', (life) => life.write(voidRest(life)));
const cancellations = step('cancels the retry', (life) => life.write(cancelRetry(life)));
const replays = step('replays', (life) => life.replay());
const misuses = step('misuses the key', (life) =>
  life.misuseKey(voidRest(life, { reference: `void-${life.steps}` })),
);
const readings = step('reads the actions', (life) => life.lookAtActions());

function step(name: string, run: Step['run']): fc.Arbitrary<Step> {
  return fc.constant(new Step(name, run));
}

/** All that can happen to a payment; what is named more often happens more often. */
export const steps: fc.Arbitrary<Step>[] = [
  ...[startsOver, startsOver, startsOver, startsOver, startsOver, startsOver, startsOver, startsOver],
  ...[increments, increments, increments, increments, captures, captures, captures, captures],
  ...[refunds, refunds, reversals, voids, cancellations, completions],
  ...[waits, waits, waits, waits, replays, replays, misuses, readings],
];
