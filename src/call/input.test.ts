import { describe, expect, it } from 'vitest';
import { type OperationId, operations } from '../../generated/operations.js';
import { type Client, createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { calls, operationIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SIGNING } from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';
import { snapshot } from './input.js';

const SESSION_ID = 'sid_mbabizu24mvu3mela5njyhpit4';

function setUp() {
  const transport = testFetch();
  const client = createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch });
  const requests = () => [...transport.tokenRequests, ...transport.operationRequests];
  return { ...transport, client, requests };
}

/** Calls an operation the way untyped callers can. */
function call(client: Client<true>, id: keyof Client, ...input: readonly unknown[]): PromiseLike<unknown> {
  const method = client[id] as (...input: readonly unknown[]) => PromiseLike<unknown>;
  return method(...input);
}

describe('a payment id', () => {
  const withId = operationIds.filter((id) => 'id' in operations[id].pathParameters);

  it.each(withId)('of %s is rejected before anything is sent when it is malformed', async (operationId) => {
    const { client, requests } = setUp();
    const malformed = [
      '../tokens?x=1',
      `${PAYMENT_ID}/../../tokens`,
      '',
      `${PAYMENT_ID}\n`,
      `\n${PAYMENT_ID}`,
      ` ${PAYMENT_ID}`,
      PAYMENT_ID.slice(0, -1),
      `${PAYMENT_ID}x`,
      PAYMENT_ID.toUpperCase(),
      undefined,
      null,
      42,
      [PAYMENT_ID],
    ];

    for (const id of malformed) {
      const error = await catchError(call(client, operationId, id, {}));
      expect(error, `for ${JSON.stringify(id)}`).toMatchObject({
        kind: 'config',
        outcome: 'not_sent',
        operationId,
      });
      expect(error.message).toContain('`id`');
    }
    expect(requests()).toEqual([]);
  });

  it.each(withId.filter((id) => id !== 'getPaymentDetails'))('may not be a session id in %s', async (id) => {
    const { client, requests } = setUp();

    const error = await catchError(call(client, id, SESSION_ID, {}));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
    expect(error.message).toContain('`id`');
    expect(requests()).toEqual([]);
  });

  it('cannot change the path of the URL', async () => {
    const { client, requests } = setUp();

    expect(await catchError(client.voidPayment(`../tokens?x=${PAYMENT_ID}`))).toMatchObject({
      kind: 'config',
      outcome: 'not_sent',
      attempts: [],
    });
    expect(requests()).toEqual([]);
  });

  it('may be a session id in getPaymentDetails', async () => {
    const { client, operationRequests } = setUp();

    await client.getPaymentDetails(SESSION_ID);

    expect(operationRequests[0]?.url).toBe(`${CREDENTIALS.baseUrl}/payments/${SESSION_ID}`);
  });
});

describe('a required body', () => {
  const withoutId = (['requestPayment', 'searchPayments'] as const).map((id) => ({ id, path: [] }));
  const withId = (['refundPayment', 'reversePayment'] as const).map((id) => ({ id, path: [PAYMENT_ID] }));

  it('is tested here for every operation that has one', () => {
    const required = operationIds.filter(
      (id) => operations[id].body === 'required' && operations[id].secured,
    );
    expect([...withoutId, ...withId].map(({ id }) => id).sort()).toEqual(required.sort());
  });

  it.each([...withoutId, ...withId])(
    'of $id is rejected when it is missing or not an object',
    async ({ id, path }) => {
      const { client, requests } = setUp();

      for (const body of [undefined, null, 'string', 42]) {
        const error = await catchError(call(client, id, ...path, body));
        expect(error, `for ${body}`).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
        expect(error.message).toContain('`body`');
      }
      expect(requests()).toEqual([]);
    },
  );
});

describe('an amount', () => {
  const MALFORMED = [10.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '10', 10n, true, {}, [10]];

  const MINOR: readonly { field: string; id: OperationId; body: (amount: unknown) => unknown }[] = [
    { field: 'amount', id: 'requestPayment', body: (amount) => ({ ...PAYMENT, amount }) },
    { field: 'amount', id: 'incrementAuthorization', body: (amount) => ({ amount }) },
    { field: 'amount', id: 'capturePayment', body: (amount) => ({ amount }) },
    {
      field: 'amount_allocations.*.amount',
      id: 'capturePayment',
      body: (amount) => ({
        amount_allocations: [
          { id: 'a', amount: 1 },
          { id: 'b', amount },
        ],
      }),
    },
    {
      field: 'amount_allocations.*.commission.amount',
      id: 'capturePayment',
      body: (amount) => ({ amount_allocations: [{ id: 'a', amount: 1, commission: { amount } }] }),
    },
  ];
  const REFUNDS = (['refundPayment', 'reversePayment'] as const).map((id) => ({ id }));

  function inputOf(id: OperationId, body: unknown): readonly unknown[] {
    return 'id' in operations[id].pathParameters ? [PAYMENT_ID, body] : [body];
  }

  it('is tested here for every amount in the description', () => {
    const described = operationIds.flatMap((id) =>
      Object.keys(operations[id].amounts).map((at) => `${id} ${at}`),
    );
    const tested = [...MINOR, ...REFUNDS.map(({ id }) => ({ id, field: 'refund_amount' }))];

    expect(tested.map(({ id, field }) => `${id} ${field}`).sort()).toEqual(described.sort());
  });

  it.each(MINOR)(
    'in $field of $id is rejected by name, before anything is sent, when it is malformed',
    async ({ field, id, body }) => {
      const { client, requests } = setUp();

      for (const amount of MALFORMED) {
        const error = await catchError(call(client, id, ...inputOf(id, body(amount))));
        expect(error, `for ${String(amount)}`).toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          operationId: id,
        });
        expect(error.message).toContain(`\`${field}\``);
      }
      expect(requests()).toEqual([]);
    },
  );

  it.each(MINOR)('in $field of $id is sent when it is an integer or omitted', async ({ id, body }) => {
    const { client, operationRequests } = setUp();

    for (const amount of [0, 1, Number.MAX_SAFE_INTEGER, undefined, null]) {
      await call(client, id, ...inputOf(id, body(amount)));
      expect(operationRequests.at(-1)?.body).toBe(JSON.stringify(body(amount)));
    }
  });

  it.each(REFUNDS)(
    'of a refund by $id may be a fraction, because its unit is not documented',
    async ({ id }) => {
      const { client, operationRequests } = setUp();

      for (const amount of [3.5, 0, 350]) {
        await call(client, id, PAYMENT_ID, { ...REFUND, refund_amount: amount });
        expect(JSON.parse(operationRequests.at(-1)?.body ?? '')).toMatchObject({ refund_amount: amount });
      }
    },
  );

  it.each(REFUNDS)(
    'of a refund by $id is rejected by name, before anything is sent, when it is malformed',
    async ({ id }) => {
      const { client, requests } = setUp();

      for (const amount of [-3.5, -1, Number.NaN, Number.POSITIVE_INFINITY, '3.5', true]) {
        const error = await catchError(call(client, id, PAYMENT_ID, { ...REFUND, refund_amount: amount }));
        expect(error, `for ${amount}`).toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          operationId: id,
        });
        expect(error.message).toContain('`refund_amount`');
      }
      expect(requests()).toEqual([]);
    },
  );

  it.each([undefined, null, {}, 'none', 17])(
    'in allocations is not checked when the allocations are %o',
    async (allocations) => {
      const { client, operationRequests } = setUp();

      await call(client, 'capturePayment', PAYMENT_ID, { amount_allocations: allocations });

      expect(operationRequests).toHaveLength(1);
    },
  );
});

describe('the options of a call', () => {
  const TIMES = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '1000', null];
  const MALFORMED: Readonly<Record<string, readonly unknown[]>> = {
    attemptTimeout: TIMES,
    deadline: TIMES,
    maxRetries: [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '2', null],
  };

  it.each(Object.keys(MALFORMED))(
    'are rejected before anything is sent when %s is malformed',
    async (option) => {
      const { client, requests } = setUp();

      for (const value of MALFORMED[option] ?? []) {
        for (const operationId of ['voidPayment', 'getToken'] as const) {
          const input = operationId === 'getToken' ? [] : [PAYMENT_ID, {}];
          const error = await catchError(call(client, operationId, ...input, { [option]: value }));
          expect(error, `for ${value}`).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId });
          expect(error.message).toContain(`\`${option}\``);
        }
      }
      expect(requests()).toEqual([]);
    },
  );

  it.each([
    { name: 'a string instead of an object', options: 'fast' },
    { name: 'null instead of an object', options: null },
    { name: 'a signal that is not an AbortSignal', options: { signal: {} } },
    { name: 'null as headers', options: { headers: null } },
  ])('cause no error other than an LddPayError when they are $name', async ({ options }) => {
    const { client } = setUp();

    const [result] = await Promise.allSettled([call(client, 'voidPayment', PAYMENT_ID, {}, options)]);

    expect(result.status === 'fulfilled' || isLddPayError(result.reason)).toBe(true);
  });

  it('are not modified', async () => {
    const { client } = setUp();
    const headers = Object.freeze({ 'X-Note': 'note' });
    const options = Object.freeze({ headers, maxRetries: 0, deadline: 1000, attemptTimeout: 500 });

    await client.voidPayment(PAYMENT_ID, {}, options);

    expect(options).toEqual({
      headers: { 'X-Note': 'note' },
      maxRetries: 0,
      deadline: 1000,
      attemptTimeout: 500,
    });
  });
});

describe('an additional header', () => {
  it.each([
    { name: 'a line break in its value', header: ['X-Note', 'hush\r\nX-Other: 1'] },
    { name: 'a null byte in its value', header: ['X-Note', 'hush\0'] },
    { name: 'a non-Latin-1 character in its value', header: ['X-Note', 'hush 🙂'] },
    { name: 'a space in its name', header: ['X Note', 'hush'] },
    { name: 'a line break in its name', header: ['X-Note\n', 'hush'] },
    { name: 'an empty name', header: ['', 'hush'] },
  ] as const)(
    'with $name is rejected with an error that does not show the value',
    async ({ header: [name, value] }) => {
      const { client, requests } = setUp();

      const error = await catchError(client.requestPayment(PAYMENT, { headers: { [name]: value } }));

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'requestPayment' });
      expect(error.message).toContain('`headers`');
      expect(error.message).toContain(JSON.stringify(name));
      expect(error.message).not.toContain('hush');
      expect(requests()).toEqual([]);
    },
  );

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])('named %s is rejected', async (name) => {
    const { client, requests } = setUp();

    for (const id of operationIds) {
      const error = await catchError(calls[id](client, { headers: { [name]: 'Bearer hush' } }));
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
      expect(error.message).toContain('`headers`');
      expect(error.message).toContain(name);
      expect(error.message).not.toContain('hush');
    }
    expect(requests()).toEqual([]);
  });

  it.each(['Cko-Idempotency-Key', 'cko-idempotency-key'])(
    'named %s is rejected with a reference to `idempotencyKey`',
    async (name) => {
      const { client, requests } = setUp();

      for (const id of operationIds.filter((one) => operations[one].idempotencyHeader)) {
        const error = await catchError(calls[id](client, { headers: { [name]: 'key' } }));
        expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
        expect(error.message).toContain('`idempotencyKey`');
      }
      expect(requests()).toEqual([]);
    },
  );
});

describe('snapshot', () => {
  it('copies path, query and body, so that later changes of the caller have no effect', () => {
    const input = { path: { id: PAYMENT_ID }, query: { limit: 1 }, body: { amount: 1 } };
    const copy = snapshot(input);

    Object.assign(input.path, { id: 'changed' });
    Object.assign(input.query, { limit: 2 });
    Object.assign(input.body, { amount: 2 });

    expect(copy).toEqual({ path: { id: PAYMENT_ID }, query: { limit: 1 }, body: { amount: 1 } });
  });

  it.each([undefined, null, 'string', ['a']])('keeps a body that is %o as it is', (body) => {
    expect(snapshot({ body }).body).toBe(body);
  });
});

it('accepts one valid call of each operation', async () => {
  const { client, operationRequests } = setUp();

  for (const id of operationIds) await calls[id](client);

  expect(operationRequests).toHaveLength(operationIds.length - 1);
});
