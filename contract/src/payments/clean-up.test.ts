import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { authorized, CARD } from '../conformance/payments.js';
import { cleanUp } from './clean-up.js';

it('releases payments even when a request fails', async () => {
  const sandbox = createSandbox();
  const client = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  const id = await authorized(client);
  const held = await cleanUp({
    card: { ...CARD, type: 'card' },
    currency: 'USD',
    facilitatorId: undefined,
    client,
    unawareClient: client,
    badSignatureClient: client,
    run: '1',
    wait: async (ms) => sandbox.clock.advance(ms),
    async sendProbe({ operationId }, call) {
      if (operationId === 'getPaymentsList') throw new Error('The list cannot be read.');
      await call();
      return undefined;
    },
    paymentIds: new Set([id]),
    lost: [],
    notes: [],
    orders: [],
    settings: [],
  });
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Void']);
  // No response confirmed the release, so the payment still counts as held.
  expect(held?.paymentIds).toEqual([id]);
});
