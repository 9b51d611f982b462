import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { authorized, CARD } from '../conformance/payments.js';
import { giveBack } from './give-back.js';

it('a request that cannot be made does not keep money from being given back', async () => {
  const sandbox = createSandbox();
  const client = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  const id = await authorized(client);
  const held = await giveBack({
    card: { ...CARD, type: 'card' },
    currency: 'USD',
    facilitatorId: undefined,
    client,
    run: '1',
    wait: async (ms) => sandbox.clock.advance(ms),
    async ask({ operationId }, call) {
      if (operationId === 'getPaymentsList') throw new Error('It cannot be made.');
      await call();
      return undefined;
    },
    paymentIds: new Set([id]),
    lost: [],
    replays: [],
    notes: [],
  });
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Void']);
  // Nothing was seen of it, so it is not taken for given back.
  expect(held?.paymentIds).toEqual([id]);
});
