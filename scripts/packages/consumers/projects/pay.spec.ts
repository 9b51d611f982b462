// The Jest projects with `import` have a copy of this file.
import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';

const sandbox = createSandbox();
const lddpay = createClient({
  baseUrl: 'http://sandbox.test',
  ...sandbox.credentials,
  fetch: sandbox.fetch,
});
const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };

beforeEach(() => sandbox.reset());

test('a payment is charged once', async () => {
  await lddpay.requestPayment({ amount: 1000, currency: 'USD', source });

  expect(sandbox.ledger()).toMatchObject([{ type: 'Authorization' }, { type: 'Capture', amount: 1000 }]);
});
