import { type Fields, REFUND, sign } from '../fixtures.js';
import { buildBody } from './instructions.js';
import { APPROVED, type ModelInstruction } from './lifecycle.js';
import type { ModelRun, Write } from './model-run.js';
import { PaymentModel } from './payment-model.js';

/** Amounts by the largest one that is possible now, and the largest one that ever was. */
export const PORTIONS = {
  default: () => undefined,
  all: (most: number) => most,
  some: (most: number) => Math.ceil(most / 3),
  'too much': (most: number) => most + 1,
  'far too much': (_most: number, ever: number) => ever + 1,
};
export type Portion = keyof typeof PORTIONS;

/** Requests a payment. */
export function request(run: ModelRun, instruction: ModelInstruction): Write {
  const { capture } = instruction;
  const timed = { ...instruction, capture: typeof capture === 'number' ? run.now + capture : capture };
  return {
    body: () => buildBody(timed),
    apply() {
      if (typeof timed.capture === 'number' && timed.capture < run.now) return 'capture_on_invalid';
      run.model = new PaymentModel(timed, run.now, run.captureDelay);
      return run.model.status === 'Pending' ? 202 : 201;
    },
    expectedBody() {
      const { status, approved, code } = run.model;
      return { status, approved, ...(status !== 'Pending' && { response_code: code }) };
    },
  };
}

export function increment({ model }: ModelRun, amount: number | undefined): Write {
  return {
    path: 'authorizations',
    body: () => withAmount(amount),
    apply: () => model.increment(amount),
    expectedBody: () => ({ approved: model.code === APPROVED, response_code: model.code }),
  };
}

export function capture({ model }: ModelRun, portion: Portion, final: boolean): Write {
  const amount = PORTIONS[portion](model.available, model.authorized);
  return {
    path: 'captures',
    // Captures are final by default.
    body: () => ({ ...withAmount(amount), ...(!final && { capture_type: 'NonFinal' }) }),
    apply: () => model.capture(amount, final),
  };
}

export function refund(run: ModelRun, portion: Portion): Write {
  const { model } = run;
  const amount = PORTIONS[portion](model.refundable, model.captured);
  return {
    path: 'refunds',
    body: () => signAgain(run, amount === undefined ? {} : { refund_amount: amount }),
    apply: () => model.refund(amount),
  };
}

export function reverse(run: ModelRun): Write {
  const { model } = run;
  return { path: 'reversals', body: () => signAgain(run, {}), apply: () => model.reverse() };
}

export function voidRest({ model }: ModelRun, fields: Fields = {}): Write {
  return { path: 'voids', body: () => fields, apply: () => model.void() };
}

export function cancelRetries({ model }: ModelRun): Write {
  return { path: 'cancellations', body: () => ({}), apply: () => model.cancel() };
}

function withAmount(amount: number | undefined): Fields {
  return amount === undefined ? {} : { amount };
}

/** Signs with another timestamp each time, as the attempts of a client can. */
function signAgain({ steps }: ModelRun, fields: Fields): Fields {
  return sign({ ...REFUND, ...fields, timestamp: String(steps) });
}
