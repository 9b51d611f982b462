import { describe, expect, it, vi } from 'vitest';
import { assembleClient, type Client } from '../client.js';
import { createFetchClient } from '../openapi-fetch.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SIGNING } from '../testing/fixtures.js';
import { type ApiClock, createPaymentsApi, type Delays, type Fate } from '../testing/payments-api.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const order = { ...PAYMENT, reference: 'ORD-17' };
const otherCard = { ...order, source: { ...PAYMENT.source, number: '5555555555554444' } };
const part = { amount: 100, capture_type: 'NonFinal', reference: 'ORD-17' } as const;

function setUp(apiClock?: ApiClock) {
  const api = createPaymentsApi(apiClock);
  const connect = () =>
    assembleClient(
      { ...CREDENTIALS, signing: SIGNING, fetch: api.fetch, maxRetries: 0 },
      api.createPlatform({ ahead: 0 }),
    ) as Client<true>;
  const fail = async (fate: Fate, call: () => PromiseLike<unknown>, delays?: Delays) => {
    api.setFate(fate, delays);
    const error = await catchError(call());
    api.setFate('succeed');
    expect(error.outcome).toBe(fate === 'reject' ? 'rejected' : 'unknown');
    return error;
  };
  return { api, connect, lose: fail, fail };
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

const alike = [
  {
    name: 'payment',
    kind: 'payment',
    write: (client: Client<true>, idempotencyKey?: string) =>
      client.requestPayment(order, { idempotencyKey }),
    facts: {
      operationId: 'requestPayment',
      reference: 'ORD-17',
      amount: order.amount,
      currency: order.currency,
    },
  },
  {
    name: 'capture',
    kind: 'action',
    write: (client: Client<true>, idempotencyKey?: string) =>
      client.capturePayment(PAYMENT_ID, part, { idempotencyKey }),
    facts: {
      operationId: 'capturePayment',
      paymentId: PAYMENT_ID,
      reference: 'ORD-17',
      amount: part.amount,
    },
  },
] as const;

describe.each(alike)('reconcile beside an equal $name whose outcome is unknown', ({ kind, write, facts }) => {
  it.each([undefined, 'key-2'])(
    'does not find what arrives during its own call, after that of the other (key %s)',
    async (key) => {
      const { api, connect, lose } = setUp();
      const client = connect();
      const late = await lose('arrive-late', () => write(client, 'key-1'), { transit: 10 * MINUTE });
      api.wait(10 * MINUTE - 100);
      const error = await lose('drop-before', () => write(client, key), { way: 200 });

      expect(api.ids()).toHaveLength(1);
      expect((await client.reconcile(error)).result).toBe('unknown');
      expect((await client.reconcile(late)).result).toBe('unknown');
    },
  );

  it('does not find it by facts from after the call of the other', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    await lose('arrive-late', () => write(client), { transit: 300 });
    api.wait(5);
    const since = api.createPlatform({ ahead: 0 }).date();
    api.wait(400);

    expect(api.ids()).toHaveLength(1);
    expect((await client.reconcile({ ...facts, since })).result).toBe('unknown');
    expect(await connect().reconcile({ ...facts, since })).toMatchObject({ result: 'found' });
  });

  it.each([undefined, 'key-1'])(
    'does not find that one for a write that was rejected just before, while the clock of the API is a bit behind (key %s)',
    async (key) => {
      const { connect, fail } = setUp({ ahead: -300 });
      const client = connect();
      await client.getToken();
      const error = await fail('reject', () => write(client, key), { way: 250 });
      await fail('drop-after', () => write(client, key && 'key-2'));

      expect((await client.reconcile(error)).result).toBe('unknown');
    },
  );

  it.each([0, -200, -400, -1_400])(
    'does not find that one for a write that was lost just before, while the clock of the API is ahead by %i ms',
    async (ahead) => {
      const { api, connect, lose } = setUp({ ahead });
      const client = connect();
      await client.getToken();
      const error = await lose('drop-before', () => write(client), { way: 750 });
      await lose('drop-after', () => write(client), { way: 0 });
      // The `Date` that is then compared is just after a full second.
      api.wait(1_000 - ((api.createPlatform({ ahead }).date() + 3) % 1_000));

      expect((await client.reconcile(error)).result).toBe('unknown');
    },
  );

  it.each([undefined, 'key-2'])('finds its own once the other was repeated (key %s)', async (key) => {
    const { api, connect, lose } = setUp();
    const client = connect();
    await lose('arrive-late', () => write(client, 'key-1'), { transit: HOUR });
    await write(client, 'key-1');
    api.wait(MINUTE);
    const error = await lose('drop-after', () => write(client, key));

    const [id] = api.idsOf(error.idempotencyKey);
    expect(await client.reconcile(error)).toMatchObject({ result: 'found', [kind]: { id } });
  });

  it('finds its own an hour after the other was found, and both again', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    const first = await lose('drop-after', () => write(client));
    expect(await client.reconcile(first)).toMatchObject({ result: 'found' });
    api.wait(HOUR);
    const second = await lose('drop-after', () => write(client));

    for (let count = 0; count < 2; count += 1) {
      const [id] = api.idsOf(second.idempotencyKey);
      expect(await client.reconcile(second)).toMatchObject({ result: 'found', [kind]: { id } });
    }
  });

  it('does not find the one of the other that was found, neither when it was rejected nor by facts', async () => {
    const { api, connect, fail } = setUp({ ahead: -300 });
    const client = connect();
    await client.getToken();
    const since = api.createPlatform({ ahead: 0 }).date();
    const rejected = await fail('reject', () => write(client), { way: 500 });
    const lost = await fail('drop-after', () => write(client), { way: 400 });

    expect(await client.reconcile(lost)).toMatchObject({ result: 'found' });
    expect((await client.reconcile(rejected)).result).toBe('unknown');
    expect((await client.reconcile({ ...facts, since })).result).toBe('unknown');
  });

  it('finds its own a day after the other was lost, and not before', async () => {
    for (const [ms, result] of [
      [24 * HOUR - MINUTE, 'unknown'],
      [24 * HOUR + MINUTE, 'found'],
    ] as const) {
      const { api, connect, lose } = setUp();
      const client = connect();
      await lose('drop-before', () => write(client));
      api.wait(ms);
      const error = await lose('drop-after', () => write(client));

      expect((await client.reconcile(error)).result).toBe(result);
    }
  });

  it('does not find it when the other was repeated after a day, as its key had ended', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    await lose('arrive-late', () => write(client, 'key-1'), { transit: 23 * HOUR });
    api.wait(23 * HOUR - 100);
    const error = await lose('drop-before', () => write(client), { way: 200 });
    api.wait(25 * HOUR);
    await write(client, 'key-1');

    expect(api.idsOf('key-1')).toHaveLength(2);
    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('does not find it when the other was made once more after a day, and is found as it was made before', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    await write(client, 'key-1');
    api.wait(25 * HOUR);
    const again = await lose('arrive-late', () => write(client, 'key-1'), { transit: MINUTE });
    api.wait(MINUTE - 100);
    const error = await lose('drop-before', () => write(client), { way: 200 });

    expect(api.idsOf('key-1')).toHaveLength(2);
    await client.reconcile(again);
    expect((await client.reconcile(error)).result).toBe('unknown');
  });

  it('finds its own while an equal one is in progress that began later', async () => {
    const { api, connect, lose } = setUp();
    const client = connect();
    const error = await lose('drop-after', () => write(client));
    api.wait(MINUTE);
    const pending = write(client);

    expect(await client.reconcile(error)).toMatchObject({ result: 'found' });
    await pending;
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
