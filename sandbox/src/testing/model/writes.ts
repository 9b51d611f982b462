import { type Fields, REFUND, signed } from '../samples.js';
import { bodyOf } from './instructions.js';
import { APPROVED, type Order } from './lifecycle.js';
import type { Life, Write } from './model-run.js';
import { Model } from './payment-model.js';

/** Amounts, by the most that is possible now and the most that ever was. */
export const PORTIONS = {
  default: () => undefined,
  all: (most: number) => most,
  some: (most: number) => Math.ceil(most / 3),
  'too much': (most: number) => most + 1,
  'far too much': (_most: number, ever: number) => ever + 1,
};
export type Portion = keyof typeof PORTIONS;

/** Requests a payment. */
export function request(life: Life, order: Order): Write {
  const { capture } = order;
  const timed = { ...order, capture: typeof capture === 'number' ? life.now + capture : capture };
  return {
    body: () => bodyOf(timed),
    verdict() {
      if (typeof timed.capture === 'number' && timed.capture < life.now) return 'capture_on_invalid';
      life.model = new Model(timed, life.now, life.captureDelay);
      return life.model.status === 'Pending' ? 202 : 201;
    },
    answer() {
      const { status, approved, code } = life.model;
      return { status, approved, ...(status !== 'Pending' && { response_code: code }) };
    },
  };
}

export function increment({ model }: Life, amount: number | undefined): Write {
  return {
    path: 'authorizations',
    body: () => withAmount(amount),
    verdict: () => model.increment(amount),
    answer: () => ({ approved: model.code === APPROVED, response_code: model.code }),
  };
}

export function capture({ model }: Life, portion: Portion, final: boolean): Write {
  const amount = PORTIONS[portion](model.available, model.authorized);
  return {
    path: 'captures',
    // A capture is final unless it says otherwise.
    body: () => ({ ...withAmount(amount), ...(!final && { capture_type: 'NonFinal' }) }),
    verdict: () => model.capture(amount, final),
  };
}

export function refund(life: Life, portion: Portion): Write {
  const { model } = life;
  const amount = PORTIONS[portion](model.refundable, model.captured);
  return {
    path: 'refunds',
    body: () => signedAnew(life, amount === undefined ? {} : { refund_amount: amount }),
    verdict: () => model.refund(amount),
  };
}

export function reverse(life: Life): Write {
  const { model } = life;
  return { path: 'reversals', body: () => signedAnew(life, {}), verdict: () => model.reverse() };
}

export function voidRest({ model }: Life, fields: Fields = {}): Write {
  return { path: 'voids', body: () => fields, verdict: () => model.void() };
}

export function cancelRetry({ model }: Life): Write {
  return { path: 'cancellations', body: () => ({}), verdict: () => model.cancel() };
}

function withAmount(amount: number | undefined): Fields {
  return amount === undefined ? {} : { amount };
}

/** Each time with another timestamp and signature, as the attempts of a client can have. */
function signedAnew({ steps }: Life, fields: Fields): Fields {
  return signed({ ...REFUND, ...fields, timestamp: String(steps) });
}
