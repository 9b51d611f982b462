import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { beforeEach, expect, it } from 'vitest';

const sandbox = createSandbox();
const lddpay = createClient({
  baseUrl: 'http://sandbox.test',
  ...sandbox.credentials,
  fetch: sandbox.fetch,
});

beforeEach(() => sandbox.reset());

it('charges once when the response is lost', async () => {
  sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-after' });

  const payment = await lddpay.requestPayment({
    amount: 1000,
    currency: 'USD',
    source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
  });

  expect(payment.approved).toBe(true);
  expect(sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`)).toEqual([
    'Authorization 1000',
    'Capture 1000',
  ]);
});
