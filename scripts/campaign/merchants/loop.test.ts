import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import type { Intent } from '../orders/lifecycle.js';
import { CREDENTIALS } from '../orders/secrets.js';
import { loop } from './loop.js';

const MINUTE = 60_000;

function intend(step: string, write: Intent['write'], amount: number): Intent {
  return { order: 'ORD-1', step, name: `ORD-1-${step}`, write, amount };
}

/** Charges a payment a minute ago, and returns what a merchant goes on with whose process is another one. */
async function setUp() {
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
  const charged = await createMerchant().carryOut(
    { ...intend('1-request', 'requestPayment', 1000), capture: true },
    '',
  );
  const paymentId = charged.state === 'done' ? String(charged.id) : expect.unreachable();
  const restart = () => {
    past = 0;
    return createMerchant();
  };
  return { sandbox, facts, paymentId, createMerchant, restart };
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
