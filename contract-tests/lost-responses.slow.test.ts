import { type ClientOptions, createClient } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox } from 'lddpay-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ORDER } from '../contract/src/conformance/payments.js';

const transports: readonly { name: string; options: Pick<ClientOptions, 'fetch'> }[] = [
  { name: 'the global fetch', options: {} },
  { name: 'undici', options: { fetch: undiciTransport() } },
];

describe.each(transports)('a payment whose response is lost twice, on $name', ({ options }) => {
  async function setUp(effect: 'drop-after' | 'drop-before') {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    onTestFinished(() => server.close());
    sandbox.faults.inject({ operationId: 'requestPayment', effect, times: 2 });
    const lddpay = createClient({ baseUrl: server.url, ...sandbox.credentials, ...options });
    return { sandbox, lddpay, api: createFetchClient(lddpay) };
  }

  it.each(['drop-after', 'drop-before'] as const)(
    'takes effect once under one key through openapi-fetch (%s)',
    async (effect) => {
      const { sandbox, api } = await setUp(effect);

      const { data } = await api.POST('/payments', { body: ORDER });

      const sent = sandbox.requests().filter(({ operationId }) => operationId === 'requestPayment');
      expect(sandbox.ledger().map(({ type, paymentId }) => [type, paymentId])).toEqual([
        ['Authorization', data.id],
        ['Capture', data.id],
      ]);
      expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    },
  );

  it('can be found, and repeated under the key of the error, when no attempt is left', async () => {
    const { sandbox, lddpay, api } = await setUp('drop-after');
    const body = { ...ORDER, reference: 'ORD-17' };

    const error = await api.POST('/payments', { body, maxRetries: 1 }).catch((reason) => reason);
    const { result } = await lddpay.reconcile(error);
    const header = { 'Cko-Idempotency-Key': error.idempotencyKey };
    const { data } = await api.POST('/payments', { params: { header }, body });

    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', safeToRetry: true });
    expect(result).toBe('found');
    expect(new Set(sandbox.ledger().map(({ paymentId }) => paymentId))).toEqual(new Set([data.id]));
  });
});
