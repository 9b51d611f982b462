import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const sandbox = createSandbox();
const server = setupServer(
  http.all('https://api.example.com/*', ({ request }) =>
    sandbox.fetch(request).catch(() => HttpResponse.error()),
  ),
);
// The client of your program, without anything for tests.
const lddpay = createClient({ baseUrl: 'https://api.example.com', ...sandbox.credentials });
const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => sandbox.reset());
afterAll(() => server.close());

test('a lost response charges once', async () => {
  sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-after' });
  await lddpay.requestPayment({ amount: 1000, currency: 'USD', source });

  expect(sandbox.ledger()).toMatchObject([{ type: 'Authorization' }, { type: 'Capture', amount: 1000 }]);
});
