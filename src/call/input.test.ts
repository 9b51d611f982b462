import { describe, expect, it } from 'vitest';
import { type OperationId, operations } from '../../generated/operations.js';
import { type Client, createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { rawRequest } from '../raw-request.js';
import { startApi } from '../testing/api-server.js';
import { calls, operationIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import {
  CREDENTIALS,
  FRAMING_HEADERS,
  PAYMENT,
  PAYMENT_ID,
  REFUND,
  SECRETS,
  SIGNING,
} from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';
import { signRequest } from './signing.js';

const SESSION_ID = 'sid_mbabizu24mvu3mela5njyhpit4';

const { cvv: _, ...CARD } = PAYMENT.source;
const PAYMENT_WITHOUT_CVV = { ...PAYMENT, source: CARD };

function setUp(respond?: Parameters<typeof testFetch>[0]) {
  const transport = testFetch(respond);
  const client = createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch });
  const requests = () => [...transport.tokenRequests, ...transport.operationRequests];
  return { ...transport, client, requests };
}

/** Calls an operation the way untyped callers can. */
function call(client: Client, id: keyof Client, ...input: readonly unknown[]): PromiseLike<unknown> {
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
  const MALFORMED = [
    10.5,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '10',
    10n,
    true,
    null,
    {},
    [10],
  ];

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
        expect(error.message).toMatch(new RegExp(`\`(${field}|amount)\``));
      }
      expect(requests()).toEqual([]);
    },
  );

  it.each(MINOR)('in $field of $id is sent when it is an integer or omitted', async ({ id, body }) => {
    const { client, operationRequests } = setUp();

    for (const amount of [0, 1, Number.MAX_SAFE_INTEGER, undefined]) {
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

      for (const amount of [-3.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7, '3.5', true, null]) {
        const error = await catchError(call(client, id, PAYMENT_ID, { ...REFUND, refund_amount: amount }));
        expect(error, `for ${amount}`).toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          operationId: id,
        });
        expect(error.message).toContain('`refund_amount`');
        // A string would be no remedy.
        expect(error.message).not.toContain('string');
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

  const LIMITS = 'signal, attemptTimeout, deadline, maxRetries, headers';

  it.each<[OperationId, unknown[], names: string]>([
    ['getToken', [], `${LIMITS}, refusedToken`],
    ['getPaymentDetails', [PAYMENT_ID], `${LIMITS}, extraFields`],
    ['searchPayments', [{ query: '' }], `${LIMITS}, extraFields`],
    ['voidPayment', [PAYMENT_ID, {}], `idempotencyKey, ${LIMITS}, extraFields`],
  ])('of %s are named when another one is given', async (id, input, names) => {
    const { client, requests } = setUp();

    for (const option of ['timeout', 'idempotencyKey', 'extraFields', 'refusedToken']) {
      if (names.includes(option)) continue;
      const error = await catchError(call(client, id, ...input, { [option]: 'x' }));
      expect(error).toMatchObject({
        kind: 'config',
        message: `${id}: \`${option}\` is no option here. The options are ${names}.`,
      });
    }
    expect(requests()).toEqual([]);
  });

  it('may have undefined for what an operation does not take', async () => {
    const { client, operationRequests } = setUp();
    const options = { idempotencyKey: undefined, refusedToken: undefined, extraFields: undefined };

    await call(client, 'getToken', options);
    await call(client, 'getPaymentDetails', PAYMENT_ID, options);

    expect(operationRequests).toHaveLength(1);
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

/** Names and values that differ between transports, or that every object has. */
const HEADERS_SENT = [
  ['X-Note', 'two words'],
  ['X-Note', ''],
  ['X-Latin', 'é ÿ'],
  ['constructor', 'a'],
  ['hasOwnProperty', 'a'],
  ["X-!#$%&'*+.^_`|~", 'a'],
] as const;

describe('an additional header', () => {
  it.each(HEADERS_SENT)('named %s with the value %j is sent by every transport', async (name, value) => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    await client.voidPayment(PAYMENT_ID, {}, { headers: Object.fromEntries([[name, value]]) });
    await client.voidPayment(PAYMENT_ID, {}, { headers: new Headers([[name, value]]) });

    expect(api.operationRequests.map(({ headers }) => headers[name.toLowerCase()])).toEqual([value, value]);
  });

  it.each(FRAMING_HEADERS)('named %s is rejected before anything is sent', async (name) => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    for (const headers of [{ [name]: '5' }, new Headers({ [name]: '5' })]) {
      const error = await catchError(client.requestPayment(PAYMENT, { headers }));
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'requestPayment' });
      expect(error.message).toMatch(
        new RegExp(`without "${name}", which is not valid or set by the client`, 'i'),
      );
    }
    expect([...api.tokenRequests, ...api.operationRequests]).toEqual([]);
  });

  it.each([
    { name: 'a line break at the end of its value', header: ['X-Note', 'hush\n'] },
    { name: 'a space at the end of its value', header: ['X-Note', 'hush '] },
    { name: 'DEL in its value', header: ['X-Note', 'hush\x7f'] },
    { name: 'a tab in its value', header: ['X-Note', 'hush\thush'] },
    { name: 'a line break in its value', header: ['X-Note', 'hush\r\nX-Other: 1'] },
    { name: 'a null byte in its value', header: ['X-Note', 'hush\0'] },
    { name: 'a non-Latin-1 character in its value', header: ['X-Note', 'hush 🙂'] },
    { name: 'the name that a fetch drops', header: ['__proto__', 'hush'] },
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

describe('a body', () => {
  class Capture {
    readonly amount: number;

    constructor(amount: number) {
      this.amount = amount;
    }
  }

  it.each<[string, object, string]>([
    ['an instance with fields', new Capture(400), '{"amount":400}'],
    [
      'own getters',
      {
        get amount() {
          return 400;
        },
      },
      '{"amount":400}',
    ],
    [
      'toJSON of the class',
      new (class {
        readonly #amount = 400;
        toJSON() {
          return { amount: this.#amount };
        }
      })(),
      '{"amount":400}',
    ],
    [
      'a date in a field',
      { metadata: { due: new Date(0) } },
      '{"metadata":{"due":"1970-01-01T00:00:00.000Z"}}',
    ],
    ['a field that is undefined', { amount: 400, reference: undefined }, '{"amount":400}'],
  ])('with %s is sent as JSON makes it', async (_, body, sent) => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url });

    await call(client, 'capturePayment', PAYMENT_ID, body);

    expect(api.operationRequests.map((request) => request.body)).toEqual([sent]);
  });

  it.each<[string, unknown]>([
    [
      'an instance with a getter of its class',
      new (class {
        get amount() {
          return 400;
        }
      })(),
    ],
    ['a Map', new Map([['amount', 400]])],
    ['URLSearchParams', new URLSearchParams({ amount: '400' })],
    ['inherited fields', Object.create({ amount: 400 })],
    ['a Date', new Date()],
    ['a URL', new URL('http://api.test')],
    ['toJSON that returns nothing', { toJSON: () => undefined }],
    ['toJSON that returns null', { toJSON: () => null }],
    [
      'a getter that throws',
      {
        get amount() {
          throw new Error('hush');
        },
      },
    ],
    ['a revoked proxy', revoked()],
    ['a number', 5],
    ['a function', () => ({ amount: 400 })],
    ['a symbol', Symbol('hush')],
    ['a bigint', 400n],
  ])('that is %s is rejected, where it would capture everything', async (_, body) => {
    const { client, requests } = setUp();

    const promise = call(client, 'capturePayment', PAYMENT_ID, body) as ReturnType<Client['capturePayment']>;
    const error = await catchError(promise);

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
    expect(error.message).toMatch(/^capturePayment: `body` /);
    expect(error.message).not.toContain('hush');
    expect(await catchError(promise.withResponse())).toBe(error);
    expect(requests()).toEqual([]);
  });

  it.each<[string, object]>([
    ['toJSON', { toJSON: () => ({ amount: -5.5 }) }],
    ['toJSON of the amount', { amount: { toJSON: () => -5.5 } }],
    [
      'a getter',
      {
        get amount() {
          return -5.5;
        },
      },
    ],
    [
      'a nested getter',
      {
        amount_allocations: [
          {
            id: 'a',
            get amount() {
              return -5.5;
            },
          },
        ],
      },
    ],
    ['a getter that returns something else the second time', changing(400, -5.5)],
  ])('is checked as it is sent: %s', async (_, body) => {
    const { client, operationRequests } = setUp();

    const [result] = await Promise.allSettled([call(client, 'capturePayment', PAYMENT_ID, body)]);

    if (result.status === 'fulfilled') expect(operationRequests[0]?.body).toBe('{"amount":400}');
    else expect(result.reason).toMatchObject({ kind: 'config', message: expect.stringContaining('amount') });
    expect(operationRequests.map((request) => request.body).join()).not.toContain('-5.5');
  });

  it('is the string of a date to the key guard', async () => {
    const { client } = setUp();
    const send = (due: unknown) =>
      call(client, 'capturePayment', PAYMENT_ID, { metadata: { due } }, { idempotencyKey: 'order-17' });
    await send(new Date(0));
    await send('1970-01-01T00:00:00.000Z');

    await expect(send(new Date(1))).rejects.toMatchObject({ kind: 'config' });
  });
});

describe('a query', () => {
  it.each<[string, unknown, string]>([
    ['an object as parameter', { reference: { a: 1 } }, 'reference'],
    ['an array as parameter', { reference: ['a', 'b'] }, 'reference'],
    ['a symbol as parameter', { reference: Symbol('a') }, 'reference'],
    ['NaN as parameter', { reference: 'a', limit: Number.NaN }, 'limit'],
    ['a lone surrogate', { reference: 'a\ud800' }, 'reference'],
    [
      'a getter that throws',
      {
        get reference() {
          throw new Error('hush');
        },
      },
      'query',
    ],
    ['a revoked proxy', revoked(), 'query'],
    ['URLSearchParams', new URLSearchParams({ reference: 'a' }), 'query'],
    ['a string', 'reference=a', 'query'],
  ])('with %s is rejected', async (_, query, name) => {
    const { client, requests } = setUp();

    const list = call(client, 'getPaymentsList', query) as ReturnType<Client['getPaymentsList']>;
    const error = await catchError(list);

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'getPaymentsList' });
    expect(error.message).toMatch(new RegExp(`^getPaymentsList: \`${name}\``));
    expect(await catchError(() => list[Symbol.asyncIterator]().next())).toBe(error);
    expect(requests()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a bigint', 1n],
    ['a Map', new Map([['a', 'b']])],
    ['a function', () => 'a'],
    ['NaN', Number.NaN],
    ['an object', { a: 1 }],
    ['an array', ['a']],
    ['a bigint in an array', [1n]],
  ])('with %s as parameter says what one can be, and nothing of JSON', async (_, reference) => {
    const { client } = setUp();
    const query = { reference };

    const errors = await Promise.all([
      catchError(client.getPaymentsList(query as never)),
      catchError(client.getPaymentsList({} as never, { extraFields: query })),
      catchError(rawRequest(client, 'GET', '/payments', { query })),
    ]);

    const rule = '`reference` must be a string, a number or a boolean.';
    expect(errors.map(({ message }) => message)).toEqual([
      `getPaymentsList: ${rule}`,
      `getPaymentsList: ${rule}`,
      `rawRequest: ${rule}`,
    ]);
  });

  it.each([
    ['a Map', new Map()],
    ['a bigint', 1n],
  ])('that is %s itself is no object', async (_, query) => {
    const { client } = setUp();

    const { message } = await catchError(client.getPaymentsList(query as never));

    expect(message).toBe('getPaymentsList: `query` must be an object.');
  });
});

describe('odd arguments', () => {
  const throwing = (name: string) =>
    Object.defineProperty({}, name, {
      get() {
        throw new Error('hush');
      },
      enumerable: true,
    });

  it.each<[string, unknown, string]>([
    ['a getter for the key that throws', throwing('idempotencyKey'), 'options'],
    ['a getter for headers that throws', throwing('headers'), 'options'],
    ['a header that throws', { headers: throwing('x-note') }, 'headers'],
    ['an extra field that throws', { extraFields: throwing('note') }, 'extraFields'],
    ['a revoked proxy', revoked(), 'options'],
    ['a string', 'order-17', 'options'],
    ['a symbol as key', { idempotencyKey: Symbol('a') }, 'idempotencyKey'],
    ['a symbol as deadline', { deadline: Symbol('a') }, 'deadline'],
    ['a signal that is a string', { signal: 'now' }, 'signal'],
    ['a signal whose aborted is an object', { signal: { aborted: {} } }, 'signal'],
    ['a signal that throws', { signal: throwing('aborted') }, 'signal'],
    ['a signal that is no signal', { signal: Object.create(AbortSignal.prototype) }, 'signal'],
    ['a revoked signal', { signal: revoked() }, 'signal'],
    ['a signal that cannot be listened to', { signal: { aborted: false } }, 'signal'],
  ])('reject with config: options that are or have %s', async (_, options, name) => {
    const { client, requests } = setUp();

    for (const [id, ...input] of [['voidPayment', PAYMENT_ID, {}], ['getToken']] as const) {
      if (id === 'getToken' && /Key|extra/.test(name)) continue;
      const error = await catchError(call(client, id, ...input, options));
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
      expect(error.message).toContain(`\`${name}\` `);
      expect(error.message).not.toContain('hush');
    }
    expect(requests()).toEqual([]);
  });

  it('reject with config: a symbol as id', async () => {
    const { client } = setUp();

    const error = await catchError(call(client, 'getPaymentDetails', Symbol('a')));

    expect(error).toMatchObject({ kind: 'config', operationId: 'getPaymentDetails' });
    expect(error.message).toContain('`id`');
  });

  it('have the effect of options that an instance inherits', async () => {
    const { client, operationRequests } = setUp();
    class Options {
      get idempotencyKey() {
        return 'order-17';
      }
    }

    await client.voidPayment(PAYMENT_ID, {}, new Options());
    await client.voidPayment(PAYMENT_ID, {}, Object.create({ idempotencyKey: 'order-18' }));

    const keys = operationRequests.map(({ headers }) => headers.get('Cko-Idempotency-Key'));
    expect(keys).toEqual(['order-17', 'order-18']);
  });

  it('keep the key of the caller in the error', async () => {
    const { client } = setUp();

    const error = await catchError(
      client.voidPayment(PAYMENT_ID, {}, { idempotencyKey: 'order-17', deadline: -1 }),
    );

    expect(error).toMatchObject({ kind: 'config', idempotencyKey: 'order-17' });
  });
});

describe('extraFields', () => {
  it('are sent in the body of a write', async () => {
    const { client, operationRequests } = setUp();
    const extraFields = { processing_channel_id: 'pc_1', instruction: { purpose: 'a' } };

    await client.capturePayment(PAYMENT_ID, { amount: 400 }, { extraFields });
    await client.voidPayment(PAYMENT_ID, undefined, { extraFields });

    expect(operationRequests.map(({ body }) => JSON.parse(body))).toEqual([
      { amount: 400, ...extraFields },
      extraFields,
    ]);
    expect(operationRequests[1]?.headers.get('content-type')).toBe('application/json');
  });

  it('are sent in the query of a GET, on every page', async () => {
    const { client, operationRequests } = setUp(({ url }) =>
      Response.json({ total_count: 2, limit: 1, data: [{ id: url }] }),
    );
    const options = { extraFields: { 'sort by': 'amount', odd: null } };

    await client.getPaymentDetails(PAYMENT_ID, options);
    for await (const _ of client.getPaymentsList({ reference: 'a' }, options));

    expect(operationRequests.map(({ url }) => new URL(url).search)).toEqual([
      '?sort%20by=amount',
      '?reference=a&sort%20by=amount',
      '?reference=a&sort%20by=amount&skip=1',
    ]);
  });

  it('are read when the method is called', async () => {
    const { client, operationRequests } = setUp();
    const extraFields = { note: { a: 1 } };

    const voided = client.voidPayment(PAYMENT_ID, {}, { extraFields });
    extraFields.note.a = 2;
    await voided;

    expect(operationRequests[0]?.body).toBe('{"note":{"a":1}}');
  });

  it('are signed', async () => {
    const { client, operationRequests } = setUp();

    await client.refundPayment(PAYMENT_ID, REFUND, { extraFields: { agent: 'a' } });

    const { signature, ...sent } = JSON.parse(operationRequests[0]?.body ?? '');
    expect(sent.agent).toBe('a');
    expect(signature).toBe(await signRequest(sent, SIGNING.secret));
  });

  it('are part of what a key is used for', async () => {
    const { client, operationRequests } = setUp();
    const send = (note: string) =>
      client.voidPayment(PAYMENT_ID, {}, { idempotencyKey: 'order-17', extraFields: { note } });
    await send('a');

    expect(await catchError(send('b'))).toMatchObject({ kind: 'config' });
    await send('a');
    expect(operationRequests).toHaveLength(2);
  });

  it('keep secrets at any depth out of the error', async () => {
    const { client } = setUp(() => Response.json({ error_codes: [`bad_${SECRETS.cvv}`] }, { status: 422 }));
    const extraFields = { destination: { card: { cvv: SECRETS.cvv } } };

    const error = await catchError(client.requestPayment(PAYMENT_WITHOUT_CVV, { extraFields }));

    expect(error.errorCodes).toEqual([]);
  });

  it('refuse a key with their card number, and not one with the number of a phone', async () => {
    const { client, requests } = setUp();
    const send = (number: string) =>
      client.voidPayment(
        PAYMENT_ID,
        {},
        { idempotencyKey: `order-${number}`, extraFields: { backup: { number } } },
      );

    const error = await catchError(send(SECRETS.cardNumber));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(SECRETS.cardNumber);
    expect(requests()).toEqual([]);
    await send('2079460000');
  });

  it.each<[string, unknown, string]>([
    ['a field that the body also has', { amount: 1 }, 'amount'],
    ['an undocumented amount that is lost', { fee: Number.NaN }, 'fee'],
    ['a Map', new Map([['fee', 1]]), 'extraFields'],
    ['a string', 'fee', 'extraFields'],
    ['null', null, 'extraFields'],
  ])('that are or have %s are rejected', async (_, extraFields, name) => {
    const { client, requests } = setUp();

    const error = await catchError(
      call(client, 'capturePayment', PAYMENT_ID, { amount: 400 }, { extraFields }),
    );

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
    expect(error.message).toContain(`\`${name}\``);
    expect(requests()).toEqual([]);
  });

  it('are checked like documented fields', async () => {
    const { client, requests } = setUp();

    const error = await catchError(client.capturePayment(PAYMENT_ID, {}, { extraFields: { amount: -1 } }));

    expect(error.message).toContain('`amount` must be an integer of at least 0, in the minor currency unit.');
    expect(requests()).toEqual([]);
  });

  it('may have names that every object has', async () => {
    const { client, operationRequests } = setUp();

    await client.voidPayment(PAYMENT_ID, {}, { extraFields: { constructor: 'a', toString: 'b' } });

    expect(operationRequests[0]?.body).toBe('{"constructor":"a","toString":"b"}');
  });

  it('are not supported by getToken', async () => {
    const { client, requests } = setUp();

    expect((await catchError(client.getToken({ extraFields: {} } as never))).message).toContain(
      '`extraFields`',
    );
    expect(requests()).toEqual([]);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object whose amount is another each time that it is read. */
function changing(...amounts: number[]): object {
  return {
    get amount() {
      return amounts.length > 1 ? amounts.shift() : amounts[0];
    },
  };
}

it('accepts one valid call of each operation', async () => {
  const { client, operationRequests } = setUp();

  for (const id of operationIds) await calls[id](client);

  expect(operationRequests).toHaveLength(operationIds.length - 1);
});
