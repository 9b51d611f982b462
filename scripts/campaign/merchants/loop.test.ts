import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import type { Intent } from '../orders/lifecycle.js';
import { CREDENTIALS } from '../orders/secrets.js';
import { loop } from './loop.js';

const MINUTE = 60_000;

function intend(step: string, write: Intent['write'], amount: number): Intent {
  return { order: 'ORD-1', name: `ORD-1-${step}`, write, amount };
}

const CAPTURED: Intent = { ...intend('1-request', 'requestPayment', 1000), capture: true };

/** Charges a payment a minute ago, and returns what a merchant goes on with whose process is another one. */
async function setUp(charge = CAPTURED) {
  let past = MINUTE;
  const sandbox = createSandbox({ ...CREDENTIALS, now: () => Date.now() - past });
  const facts = new Map<string, object>();
  const createMerchant = () =>
    loop.create({
      lddpay: createClient({
        baseUrl: 'http://sandbox.test',
        clientId: CREDENTIALS.clientId,
        clientSecret: CREDENTIALS.clientSecret,
        scope: 'gateway',
        signing: { siteIdentifier: CREDENTIALS.siteIdentifier, secret: CREDENTIALS.signingSecret },
        fetch: sandbox.fetch,
        maxRetries: 0,
      }),
      storeUrl: undefined,
      facts: {
        get: ({ name }) => facts.get(name),
        keep: async ({ name }, own) => void facts.set(name, own),
      },
    });
  const charged = await createMerchant().carryOut(charge, '');
  const paymentId = charged.state === 'done' ? String(charged.id) : expect.unreachable();
  const restart = () => {
    past = 0;
    return createMerchant();
  };
  return { sandbox, facts, charged, paymentId, createMerchant, restart };
}

it('loop leaves a refund to the provider that is refused after an unknown attempt, and says how many may be it', async () => {
  const { sandbox, paymentId, createMerchant, restart } = await setUp();
  await createMerchant().carryOut(intend('2-refund', 'refundPayment', 900), paymentId);
  const second = intend('3-refund', 'refundPayment', 900);
  const merchant = restart();
  sandbox.faults.inject({ operationId: 'refundPayment', effect: 'drop-before', times: 3 });
  expect(await merchant.carryOut(second, paymentId)).toMatchObject({ state: 'open' });

  expect(await restart().carryOut(second, paymentId)).toMatchObject({
    state: 'open',
    candidates: 1,
    error: { outcome: 'rejected', errorCodes: ['amount_exceeds_balance'] },
  });
});

it('loop leaves a capture to the provider that is refused after an unknown attempt, where nothing may be it', async () => {
  const { facts, paymentId, restart } = await setUp();
  const capture = intend('2-capture', 'capturePayment', 100);
  // A run that a kill ended had kept this before it called.
  facts.set(capture.name, { since: Date.now() });

  expect(await restart().carryOut(capture, paymentId)).toMatchObject({
    state: 'open',
    candidates: 0,
    error: { outcome: 'rejected' },
  });
});

it('loop leaves a refund to the provider that is refused after an attempt of the same process whose outcome is unknown', async () => {
  const { sandbox, paymentId, restart } = await setUp();
  const merchant = restart();
  const refund = intend('2-refund', 'refundPayment', 300);
  sandbox.faults.inject({ operationId: 'refundPayment', effect: 'drop-before', times: 3 });
  expect(await merchant.carryOut(refund, paymentId)).toMatchObject({ state: 'open' });
  sandbox.faults.inject({ operationId: 'refundPayment', effect: 'status', status: 422 });

  expect(await merchant.carryOut(refund, paymentId)).toMatchObject({
    state: 'open',
    candidates: 0,
    error: { outcome: 'unknown', status: 422 },
  });
});

it('loop does not take a charge that is tried again for a declined one', async () => {
  const { charged } = await setUp({ ...intend('1-request', 'requestPayment', 1051), isRetried: true });

  expect(charged).toMatchObject({ state: 'done', approved: undefined });
});

it('loop finds by the status of the payment whether an attempt of an earlier run cancelled its retries', async () => {
  const retried = { ...intend('1-request', 'requestPayment', 1051), isRetried: true };
  const cancellation = intend('2-cancel', 'cancelScheduledRetry', 0);
  for (const effect of ['drop-before', 'drop-after'] as const) {
    const { sandbox, paymentId, restart } = await setUp(retried);
    const merchant = restart();
    sandbox.faults.inject({ operationId: 'cancelScheduledRetry', effect, times: 3 });
    sandbox.faults.inject({ operationId: 'getPaymentDetails', effect: 'drop-before', times: 3 });
    expect(await merchant.carryOut(cancellation, paymentId)).toMatchObject({ state: 'open' });
    sandbox.faults.clear();
    sandbox.clock.advance(25 * 60 * MINUTE);

    expect(await restart().carryOut(cancellation, paymentId)).toMatchObject(
      effect === 'drop-after' ? { state: 'done' } : { state: 'open', candidates: 0 },
    );
  }
});

it('loop finds that an increment was declined of which the response was lost', async () => {
  const estimated = { ...intend('1-request', 'requestPayment', 1000), isEstimated: true };
  const { sandbox, paymentId, restart } = await setUp(estimated);
  const increment = intend('2-increment', 'incrementAuthorization', 1005);
  sandbox.faults.inject({ operationId: 'incrementAuthorization', effect: 'drop-after' });

  expect(await restart().carryOut(increment, paymentId)).toMatchObject({ state: 'done', approved: false });
});
