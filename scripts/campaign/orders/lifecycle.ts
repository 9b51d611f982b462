import { createRandom, drawInteger, drawWeighted, type Random } from './random.js';

/** The writes that a campaign makes. */
export type WriteId =
  | 'requestPayment'
  | 'incrementAuthorization'
  | 'cancelScheduledRetry'
  | 'capturePayment'
  | 'voidPayment'
  | 'refundPayment'
  | 'reversePayment';

/** One effect that the merchant wants, however many calls that takes. */
export interface Intent {
  readonly order: string;
  /** Unique within the campaign, and its reference where the write takes one. */
  readonly name: string;
  readonly write: WriteId;
  /** In the minor currency unit. Undefined where the write has none: it concerns all that is left. */
  readonly amount?: number;
  /** Whether a charge is captured at once. */
  readonly capture?: boolean;
  /** Whether the authorization of a charge is estimated, so that it can be incremented. */
  readonly isEstimated?: boolean;
  /** Whether a charge is declined and tried again after a day, which then succeeds unless that is cancelled. */
  readonly isRetried?: boolean;
  /** Whether only its key tells its effect from one that a reversal of the payment may have had. */
  readonly isAmbiguous?: boolean;
  /** Whether it is more than there is, so that the API has to refuse it. */
  readonly isTooMuch?: boolean;
}

/** The intents of an order, in the order in which the merchant has them. */
export interface PaymentLifecycle {
  readonly order: string;
  readonly intents: readonly Intent[];
}

type Step = Omit<Intent, 'order' | 'name'>;

/** USD 10.00, an amount that the sandbox declines, and one that it approves when it is tried again. */
const AMOUNT = 1000;
const DECLINED_AMOUNT = 1005;
const RETRIED_AMOUNT = 1051;

const PLANS: readonly (readonly [weight: number, plan: (random: Random) => readonly Step[]])[] = [
  [20, (random) => [authorize(), capture(AMOUNT), ...planRefunds(random, AMOUNT)]],
  [
    25,
    (random) => {
      const captures = split(random, AMOUNT, drawInteger(random, 2, 3));
      return [authorize(), ...captures.map(capture), ...planRefunds(random, AMOUNT)];
    },
  ],
  [12, () => [authorize(), { write: 'voidPayment' }]],
  [13, (random) => [authorize({ capture: true }), ...planRefunds(random, AMOUNT)]],
  [10, () => [authorize(), capture(400), { write: 'reversePayment' }]],
  [5, () => [authorize(), { write: 'reversePayment' }]],
  [8, (random) => [authorize({ capture: true }), ...planParts(random)]],
  [3, () => [authorize({ capture: true }), reverse(300), { write: 'reversePayment' }]],
  [4, () => [authorize(), capture(400), { ...reverse(600), isTooMuch: true }, reverse(150)]],
  [
    12,
    (random) => {
      const increments = planIncrements(random);
      const total = increments.reduce((sum, { amount = 0 }) => sum + amount, AMOUNT);
      return [authorize({ isEstimated: true }), ...increments, capture(total)];
    },
  ],
  [4, () => [authorize({ isEstimated: true }), increment(DECLINED_AMOUNT), capture(AMOUNT)]],
  [8, () => [authorize({ amount: RETRIED_AMOUNT, isRetried: true }), { write: 'cancelScheduledRetry' }]],
  [5, () => [authorize({ amount: DECLINED_AMOUNT })]],
  [5, () => [authorize(), { ...capture(AMOUNT + 200), isTooMuch: true }, capture(AMOUNT)]],
  [
    5,
    () => [
      authorize({ capture: true }),
      { write: 'refundPayment', amount: AMOUNT + 200, isTooMuch: true },
      { write: 'refundPayment', amount: 300 },
    ],
  ],
];

/** Plans the payment lifecycles of a campaign. */
export function planLifecycles(seed: number, count: number): PaymentLifecycle[] {
  return Array.from({ length: count }, (_, index) => {
    const order = `ORD-${String(index + 1).padStart(6, '0')}`;
    const random = createRandom(seed, order);
    const steps = drawWeighted(random, PLANS)(random);
    return { order, intents: steps.map((step, position) => nameIntent(order, step, position)) };
  });
}

/**
 * Chooses the lifecycles that a worker advances.
 *
 * @param isShared Whether another worker advances 12 % of them at the same time.
 */
export function chooseLifecycles(
  lifecycles: readonly PaymentLifecycle[],
  { slot, workers, seed }: { readonly slot: number; readonly workers: number; readonly seed: number },
  isShared: boolean,
): PaymentLifecycle[] {
  return lifecycles.filter(({ order }, index) => {
    const isSecond = isShared && (index + 1) % workers === slot;
    return index % workers === slot || (isSecond && createRandom(seed, `${order} is shared`)() < 0.12);
  });
}

function nameIntent(order: string, step: Step, position: number): Intent {
  const write = step.write.replace(/Payment|Authorization|ScheduledRetry/, '');
  return { order, name: `${order}-${position + 1}-${write}`, ...step };
}

function authorize(own: Partial<Step> = {}): Step {
  return { write: 'requestPayment', amount: AMOUNT, capture: false, ...own };
}

function capture(amount: number): Step {
  return { write: 'capturePayment', amount };
}

function increment(amount: number): Step {
  return { write: 'incrementAuthorization', amount };
}

/** Reverses a part of what was captured. */
function reverse(amount: number): Step {
  return { write: 'reversePayment', amount, isAmbiguous: true };
}

/** Plans a reversal of a part, and another one or a refund, often of the same amount. */
function planParts(random: Random): Step[] {
  const amount = random() < 0.5 ? 200 : 300;
  const refund: Step = { write: 'refundPayment', amount, isAmbiguous: amount === 200 };
  return [reverse(200), random() < 0.5 ? reverse(amount) : refund];
}

/** Plans up to three increments, some of which are equal. */
function planIncrements(random: Random): Step[] {
  const count = drawInteger(random, 1, 3);
  const step = random() < 0.3 ? 0 : 20;
  return Array.from({ length: count }, (_, index) => increment(100 + index * step));
}

/** Plans up to three refunds. Some are equal, which nothing but their keys tells apart. */
function planRefunds(random: Random, captured: number): Step[] {
  const count = drawInteger(random, 0, 3);
  const areEqual = random() < 0.3;
  const amounts = areEqual ? Array(count).fill(200) : split(random, captured - 100, count);
  return amounts.map((amount) => ({ write: 'refundPayment', amount }));
}

/** Splits an amount into different parts. */
function split(random: Random, amount: number, parts: number): number[] {
  const share = Math.floor(amount / parts);
  const shifts = Array.from({ length: parts }, (_, index) => index * drawInteger(random, 7, 20));
  const amounts = shifts.map((shift) => share - shift);
  return parts === 0
    ? []
    : [...amounts.slice(1), amount - amounts.slice(1).reduce((sum, one) => sum + one, 0)];
}
