import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { DAY } from '../testing/fixtures.js';

it('records every request with its status, key and time', async () => {
  const api = await openApi();
  const at = api.sandbox.clock.now();
  await api.pay({}, { key: 'key-1' });
  api.sandbox.clock.advance(DAY);
  await api.get('/payments?reference=a', { token: 'unknown', key: 'not documented here' });
  await api.get('/nothing', { allow: 'unknown path' });

  expect(api.sandbox.requests()).toEqual([
    { operationId: 'getToken', status: 200, at },
    { operationId: 'requestPayment', status: 201, idempotencyKey: 'key-1', at },
    { operationId: 'getPaymentsList', status: 401, at: at + DAY },
    { status: 404, at: at + DAY },
  ]);
});

it('returns copies, so that callers cannot change the logs', async () => {
  const api = await openApi();
  await api.charge();

  api.sandbox.ledger().length = 0;
  api.sandbox.requests().length = 0;

  expect(api.sandbox.ledger()).toHaveLength(2);
  expect(api.sandbox.requests()).toHaveLength(2);
});
