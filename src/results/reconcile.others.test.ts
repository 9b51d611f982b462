import { describe, expect, it, vi } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { createFetchClient } from '../openapi-fetch.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SIGNING } from '../testing/fixtures.js';
import { createPaymentsApi, type Fate } from '../testing/payments-api.js';

const order = { ...PAYMENT, reference: 'ORD-17' };
const otherCard = { ...order, source: { ...PAYMENT.source, number: '5555555555554444' } };
const part = { amount: 100, capture_type: 'NonFinal', reference: 'ORD-17' } as const;

function setUp() {
  const api = createPaymentsApi();
  const connect = () =>
    assembleClient(
      { ...CREDENTIALS, signing: SIGNING, fetch: api.fetch, maxRetries: 0 },
      api.createPlatform({ ahead: 0 }),
    ) as Client<true>;
  const lose = async (fate: Fate, call: () => PromiseLike<unknown>) => {
    api.setFate(fate);
    const error = await catchError(call());
    api.setFate('succeed');
    expect(error.outcome).toBe('unknown');
    return error;
  };
  return { api, connect, lose };
}

describe('reconcile beside an equal write in progress', () => {
  it.each<{ name: string; path: string; write: (client: Client<true>) => PromiseLike<unknown> }>([
    { name: 'payment', path: '/payments', write: (client) => client.requestPayment(order) },
    { name: 'capture', path: '/captures', write: (client) => client.capturePayment(PAYMENT_ID, part) },
  ])('does not take the $name of that one for its own', async ({ path, write }) => {
    const api = createPaymentsApi();
    const gates = { arrive: () => {}, respond: () => {} };
    const gate = (name: keyof typeof gates) =>
      new Promise<void>((resolve) => {
        gates[name] = resolve;
      });
    const [arrived, responded] = [gate('arrive'), gate('respond')];
    let writes = 0;
    const client = assembleClient(
      {
        ...CREDENTIALS,
        maxRetries: 0,
        fetch: async (url, init) => {
          if (init.method !== 'POST' || !url.endsWith(path)) return api.fetch(url, init);
          writes += 1;
          if (writes === 2) {
            // The first one takes effect now, and its response comes later.
            gates.arrive();
            await vi.waitUntil(() => api.ids().length === 1);
            api.setFate('drop-before');
            return api.fetch(url, init);
          }
          await arrived;
          const response = await api.fetch(url, init);
          await responded;
          return response;
        },
      },
      api.createPlatform({ ahead: 0 }),
    ) as Client<true>;
    await client.getToken();
    const first = write(client);
    await vi.waitUntil(() => writes === 1);
    const error = await catchError(write(client));
    api.setFate('succeed');

    const lookup = await client.reconcile(error);
    gates.respond();
    await first;

    expect(lookup.result).toBe('unknown');
  });
});

const repetitions: readonly {
  name: string;
  call: (client: Client<true>, key?: string) => PromiseLike<unknown>;
}[] = [
  {
    name: 'a payment of the same reference and amount',
    call: (client, idempotencyKey) => client.requestPayment(order, { idempotencyKey }),
  },
  {
    name: 'a payment with another card',
    call: (client, idempotencyKey) => client.requestPayment(otherCard, { idempotencyKey }),
  },
  {
    name: 'an equal capture',
    call: (client, idempotencyKey) => client.capturePayment(PAYMENT_ID, part, { idempotencyKey }),
  },
  {
    name: 'an equal capture without a reference',
    call: (client, idempotencyKey) => client.capturePayment(PAYMENT_ID, { amount: 100 }, { idempotencyKey }),
  },
  {
    name: 'an equal payment of the client of openapi-fetch',
    call: (client, key) =>
      createFetchClient(client).POST('/payments', {
        params: { header: key ? { 'Cko-Idempotency-Key': key } : {} },
        body: order,
      }),
  },
  {
    name: 'an equal payment of the client of openapi-fetch, with a path parameter that its operation has not',
    call: (client, key) =>
      createFetchClient(client).POST('/payments', {
        params: { path: { id: PAYMENT_ID }, header: key ? { 'Cko-Idempotency-Key': key } : {} } as object,
        body: order,
      }),
  },
];

describe.each(repetitions)('reconcile for $name that never arrived', ({ name, call }) => {
  const first = name.includes('card') ? (client: Client<true>) => client.requestPayment(order) : call;

  it.each([undefined, 'key-2'])('returns not_found when the client made the first (key %s)', async (key) => {
    const { connect, lose } = setUp();
    const client = connect();
    await first(client);
    const error = await lose('drop-before', () => call(client, key));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
  });

  it('returns unknown when another process made the first just before', async () => {
    const { connect, lose } = setUp();
    await first(connect());
    const client = connect();
    const error = await lose('drop-before', () => call(client));

    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('returns unknown when another process made the first long ago, and the key was given', async () => {
    const { api, connect, lose } = setUp();
    await first(connect());
    api.wait(60_000);
    const client = connect();
    const error = await lose('drop-before', () => call(client, 'key-2'));

    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('returns unknown when the first was lost too, and took effect', async () => {
    const { connect, lose } = setUp();
    const client = connect();
    await lose('drop-after', () => first(client));
    const error = await lose('drop-before', () => call(client));

    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('returns unknown for the first when only the second took effect', async () => {
    const { connect, lose } = setUp();
    const client = connect();
    const error = await lose('drop-before', () => first(client));
    await lose('drop-after', () => call(client));

    expect((await client.reconcile(error)).result).toBe('unknown');
  });
});

describe('reconcile for a repetition that was lost', () => {
  it('finds the first, although the second may have taken effect later', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    const error = await lose('drop-after', () => client.requestPayment(order));
    api.wait(60_000);
    await lose('drop-before', () => client.requestPayment(order));

    const [id] = api.idsOf(error.idempotencyKey);
    expect(await client.reconcile(error)).toMatchObject({ result: 'found', payment: { id } });
  });

  it.each(repetitions.filter(({ name }) => !name.includes('card')))(
    'finds what the client made under the same key: $name',
    async ({ call }) => {
      const { api, connect, lose } = setUp();
      const client = connect();
      await call(client, 'key-1');
      await call(connect());
      api.wait(60_000);
      const error = await lose('drop-after', () => call(client, 'key-1'));

      const { result, ...found } = await client.reconcile(error);

      expect(result).toBe('found');
      expect(Object.values(found)).toMatchObject([{ id: api.idsOf('key-1')[0] }]);
    },
  );

  it('finds the second of two payments when the client made the first', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    await client.requestPayment(order);
    const error = await lose('drop-after', () => client.requestPayment(otherCard));

    const [id] = api.idsOf(error.idempotencyKey);
    expect(await client.reconcile(error)).toMatchObject({ result: 'found', payment: { id } });
  });

  it('finds the payment among others on several pages', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    for (let count = 0; count < 3; count += 1) await client.requestPayment(order);
    const error = await lose('drop-after', () => client.requestPayment(order));
    for (let count = 0; count < 3; count += 1) await client.requestPayment(order);

    const [id] = api.idsOf(error.idempotencyKey);
    expect(await client.reconcile(error)).toMatchObject({ result: 'found', payment: { id } });
  });

  it('returns not_found when the others on several pages are all of the client', async () => {
    const { connect, lose } = setUp();
    const client = connect();
    for (let count = 0; count < 5; count += 1) await client.requestPayment(order);
    const error = await lose('drop-before', () => client.requestPayment(order));

    expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
  });

  it('does not take the id of a payment for that of an action', async () => {
    const { connect, lose } = setUp();
    const client = connect();
    // The same API numbers both.
    const { id } = await client.requestPayment(order);
    const error = await lose('drop-after', () => client.capturePayment(PAYMENT_ID, part));

    expect(id).toBe('id_0');
    expect(await client.reconcile(error)).toMatchObject({ result: 'found', action: { id: 'id_1' } });
  });
});
