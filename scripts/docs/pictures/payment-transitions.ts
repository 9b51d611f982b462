import { type Client, createClient, isLddPayError } from 'lddpay';
import { createSandbox, type Sandbox } from 'lddpay-sandbox';

/** A change of the status of a payment, as the sandbox makes it. */
export interface Transition {
  readonly of: 'payment' | 'payout';
  /** Undefined for a new payment. */
  readonly from: string | undefined;
  /** What changes it: an operation, the payer or the time. */
  readonly by: string;
  readonly to: string;
}

/** A sandbox with a client. */
interface Target {
  readonly sandbox: Sandbox;
  readonly lddpay: Client<true>;
}

/** Something that may change a payment. */
interface Step {
  readonly by: string;
  readonly run: (target: Target, id: string) => unknown;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** When something becomes due: payouts, the payer's time, retries, scheduled captures, and the end of an authorization. */
const WAITS = [MINUTE, 15 * MINUTE, DAY, 7 * DAY];
const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
const ORDER = { amount: 300, currency: 'USD', source: CARD };
const MERCHANT_INITIATED = { payment_type: 'Recurring', merchant_initiated: true } as const;
const PAYOUT = { source: { type: 'currency_account' }, destination: { type: 'bank_account' } };
const SIGNED = { pnm_payment_identifier: '3141592653' };

/** Requests of payments, one for each way that a payment can begin. */
const REQUESTS: readonly object[] = [
  { ...ORDER, capture: false, authorization_type: 'Estimated' },
  ORDER,
  // Due within `WAITS`, by the clock of a seeded sandbox.
  { ...ORDER, capture_on: '2026-01-02T00:00:00Z' },
  { ...ORDER, amount: 0 },
  { ...ORDER, amount: 303 },
  { ...ORDER, amount: 303, capture: false },
  { ...ORDER, amount: 305 },
  { ...ORDER, amount: 305, ...MERCHANT_INITIATED },
  { ...ORDER, amount: 351, ...MERCHANT_INITIATED },
  { ...ORDER, amount: 351, capture: false, ...MERCHANT_INITIATED },
  { ...ORDER, ...PAYOUT },
  { ...ORDER, amount: 305, ...PAYOUT },
  { ...ORDER, amount: 390, ...PAYOUT },
];

/** Without increments, which change no status and would not end. */
const STEPS: readonly Step[] = [
  {
    by: 'capturePayment',
    run: ({ lddpay }, id) => lddpay.capturePayment(id, { amount: 100, capture_type: 'NonFinal' }),
  },
  { by: 'capturePayment', run: ({ lddpay }, id) => lddpay.capturePayment(id, { amount: 100 }) },
  { by: 'capturePayment', run: ({ lddpay }, id) => lddpay.capturePayment(id) },
  { by: 'voidPayment', run: ({ lddpay }, id) => lddpay.voidPayment(id) },
  {
    by: 'refundPayment',
    run: ({ lddpay }, id) => lddpay.refundPayment(id, { ...SIGNED, refund_amount: 100 }),
  },
  { by: 'refundPayment', run: ({ lddpay }, id) => lddpay.refundPayment(id, SIGNED) },
  {
    by: 'reversePayment',
    run: ({ lddpay }, id) => lddpay.reversePayment(id, { ...SIGNED, refund_amount: 100 }),
  },
  { by: 'reversePayment', run: ({ lddpay }, id) => lddpay.reversePayment(id, SIGNED) },
  { by: 'cancelScheduledRetry', run: ({ lddpay }, id) => lddpay.cancelScheduledRetry(id) },
  ...(['authorized', 'declined', 'canceled', 'expired'] as const).map((outcome) => ({
    by: 'the payer',
    run: ({ sandbox }: Target, id: string) => sandbox.challenges.complete(id, outcome),
  })),
  { by: 'time', run: waitForChange },
];

/** A payment in a sandbox of its own. */
interface Payment {
  readonly target: Target;
  readonly id: string;
}

/** The payment after some steps. */
interface State {
  readonly status: string;
  /** Equal for payments that allow the same steps. */
  readonly fingerprint: string;
}

/**
 * Finds every change of status that a payment can take in the sandbox: makes payments, takes every step from each
 * state that they reach, and stops where a state was reached before.
 */
export async function findTransitions(): Promise<readonly Transition[]> {
  const transitions = new Map<string, Transition>();
  const add = (transition: Transition) => transitions.set(Object.values(transition).join(), transition);
  for (const request of REQUESTS) {
    const first = await readState(await replay(request, []));
    const of = 'destination' in request ? 'payout' : 'payment';
    add({ of, from: undefined, by: 'requestPayment', to: first.status });
    const known = new Set([first.fingerprint]);
    const open: { readonly path: readonly Step[]; readonly state: State }[] = [{ path: [], state: first }];
    for (let next = open.shift(); next; next = open.shift()) {
      let payment: Payment | undefined;
      for (const step of STEPS) {
        // Most steps are refused, and change nothing: the next one needs no other payment.
        payment ??= await replay(request, next.path);
        if (!(await takeStep(step, payment))) continue;
        const state = await readState(payment);
        payment = undefined;
        if (state.status !== next.state.status) {
          add({ of, from: next.state.status, by: step.by, to: state.status });
        }
        if (known.has(state.fingerprint)) continue;
        known.add(state.fingerprint);
        open.push({ path: [...next.path, step], state });
      }
    }
  }
  return [...transitions.values()];
}

/** Makes a payment and takes steps that it allows. */
async function replay(request: object, path: readonly Step[]): Promise<Payment> {
  const sandbox = createSandbox({ seed: 1 });
  const { credentials, fetch } = sandbox;
  const lddpay = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch, maxRetries: 0 });
  const { id } = await lddpay.requestPayment(request as Parameters<Client<true>['requestPayment']>[0]);
  const target = { sandbox, lddpay };
  for (const step of path) await step.run(target, id);
  return { target, id };
}

/** Takes a step; returns false when it is refused. */
async function takeStep(step: Step, { target, id }: Payment): Promise<boolean> {
  try {
    await step.run(target, id);
    return true;
  } catch (error) {
    if (isLddPayError(error) && error.outcome === 'rejected') return false;
    // The controls of the sandbox: this payment waits for no payer.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function readState({ target: { lddpay }, id }: Payment): Promise<State> {
  const details = await lddpay.getPaymentDetails(id);
  return {
    status: details.status,
    fingerprint: JSON.stringify([details.status, 'balances' in details && details.balances]),
  };
}

async function waitForChange({ sandbox, lddpay }: Target, id: string): Promise<void> {
  const { status } = await lddpay.getPaymentDetails(id);
  for (const ms of WAITS) {
    sandbox.clock.advance(ms);
    if ((await lddpay.getPaymentDetails(id)).status !== status) return;
  }
}
