import { getEventListeners } from 'node:events';
import type { Middleware } from 'openapi-fetch';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type OperationId, operations } from '../generated/operations.js';
import { type Client, createClient } from './client.js';
import type { LddPayError } from './errors.js';
import type { LddPayEvent } from './events.js';
import { createFetchClient, type FetchClient } from './openapi-fetch.js';
import type { ClientOptions } from './options.js';
import { startApi } from './testing/api-server.js';
import { calls, securedIds } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SECRETS, SIGNING } from './testing/fixtures.js';
import { type SentRequest, testFetch } from './testing/test-fetch.js';

const KEY = 'Cko-Idempotency-Key';
const params = { path: { id: PAYMENT_ID } };

/** What tells errors of calls apart. */
function facts({ kind, outcome, status, message }: LddPayError) {
  return { kind, outcome, status, message };
}

/** One call of every operation, the way a user of openapi-fetch makes it. */
const fetchCalls: Readonly<
  Record<Exclude<OperationId, 'getToken'>, (api: FetchClient<true>) => Promise<{ data?: unknown }>>
> = {
  getPaymentsList: (api) => api.GET('/payments', { params: { query: { reference: 'ORD-1' } } }),
  requestPayment: (api) => api.POST('/payments', { body: PAYMENT }),
  searchPayments: (api) => api.POST('/payments/search', { body: { query: "reference:'ORD-1'" } }),
  getPaymentDetails: (api) => api.GET('/payments/{id}', { params }),
  getPaymentActions: (api) => api.GET('/payments/{id}/actions', { params }),
  incrementAuthorization: (api) => api.POST('/payments/{id}/authorizations', { params, body: { amount: 5 } }),
  cancelScheduledRetry: (api) => api.POST('/payments/{id}/cancellations', { params, body: {} }),
  capturePayment: (api) => api.POST('/payments/{id}/captures', { params, body: { amount: 5 } }),
  refundPayment: (api) => api.POST('/payments/{id}/refunds', { params, body: REFUND }),
  reversePayment: (api) => api.POST('/payments/{id}/reversals', { params, body: REFUND }),
  voidPayment: (api) => api.POST('/payments/{id}/voids', { params, body: {} }),
};

function setUp(answer?: Parameters<typeof testFetch>[0], options?: Partial<ClientOptions>) {
  const { fetch, ...requests } = testFetch(answer);
  const lddpay = createClient({ ...CREDENTIALS, fetch, ...options, signing: SIGNING });
  return { lddpay, api: createFetchClient(lddpay), ...requests };
}

/** What was sent, without what differs between any two calls. */
function comparable({ url, method, headers, body }: SentRequest) {
  const { timestamp, signature, ...rest } = body === '' ? {} : JSON.parse(body);
  const { [KEY.toLowerCase()]: key, ...others } = Object.fromEntries(headers);
  return { url, method, headers: others, hasKey: key !== undefined, isSigned: Boolean(signature), rest };
}

const empty = (status: number) => new Response(null, { status });

describe.each(securedIds)('%s of openapi-fetch', (id) => {
  const call = fetchCalls[id as keyof typeof fetchCalls];

  it('sends the same request as the method', async () => {
    const { lddpay, api, operationRequests } = setUp();

    await calls[id](lddpay);
    await call(api);
    api.use({ onRequest: () => undefined });
    await call(api);

    const [method, plain, observed] = operationRequests.map(comparable);
    expect(plain).toEqual(method);
    expect(observed).toEqual(method);
    expect(method?.hasKey).toBe(operations[id].idempotencyHeader !== undefined);
  });

  it.each([400, 404, 500])('rejects a %i with an empty body, like the method', async (status) => {
    const { lddpay, api } = setUp(() => empty(status), { maxRetries: 0 });

    const ofMethod = await catchError(calls[id](lddpay));
    const error = await catchError(call(api));

    const { kind, outcome, safeToRetry, operationId, message } = ofMethod;
    expect(error).toMatchObject({ kind, outcome, safeToRetry, operationId, message, status });
    expect(error.idempotencyKey === undefined).toBe(operations[id].idempotencyHeader === undefined);
  });
});

describe('a call of openapi-fetch', () => {
  it('resolves with the data and the response', async () => {
    const { api } = setUp(() =>
      Response.json({ id: PAYMENT_ID }, { headers: { 'Cko-Request-Id': 'req-1' } }),
    );

    const { data, response } = await api.GET('/payments/{id}', { params });

    expect(data).toEqual({ id: PAYMENT_ID });
    expect(response).toBeInstanceOf(Response);
    expect([response.ok, response.status, response.headers.get('Cko-Request-Id')]).toEqual([
      true,
      200,
      'req-1',
    ]);
    expect(response.url).toBe(`${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}`);
    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toThrow('already read');
  });

  it('resolves without data for a documented 204', async () => {
    const { api } = setUp(() => empty(204));

    const { data, response } = await api.POST('/payments/{id}/reversals', { params, body: REFUND });

    expect([data, response.status]).toEqual([undefined, 204]);
  });

  it.each([204, 205])('rejects an undocumented %i, which has no body, like the method', async (status) => {
    const { lddpay, api } = setUp(() => empty(status));

    const expected = facts(await catchError(lddpay.getPaymentDetails(PAYMENT_ID)));
    expect(expected).toMatchObject({ kind: 'decode', status });
    expect(facts(await catchError(api.GET('/payments/{id}', { params })))).toEqual(expected);
  });

  it('rejects a success without a body with kind decode', async () => {
    const { api } = setUp(() => empty(200));

    expect(await catchError(api.GET('/payments/{id}', { params }))).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
    });
  });

  it.each(['text', 'blob', 'arrayBuffer', 'stream'] as const)(
    'returns the body as it was received with parseAs %s',
    async (parseAs) => {
      const body = '{ "id":"pay_1", "amount":12345678901234567890 }';
      const { api } = setUp(() => new Response(body));

      const { data } = await api.GET('/payments/{id}', { params, parseAs });

      expect(await new Response(data as BodyInit).text()).toBe(body);
    },
  );

  it('shares the token with the methods', async () => {
    const { lddpay, api, tokenRequests } = setUp();

    await Promise.all([lddpay.getPaymentDetails(PAYMENT_ID), api.GET('/payments/{id}', { params })]);

    expect(tokenRequests).toHaveLength(1);
  });

  it('emits the events of the client, with the key of the request', async () => {
    const events: LddPayEvent[] = [];
    const { api, operationRequests } = setUp(undefined, { onEvent: (event) => events.push(event) });

    await api.POST('/payments', { body: PAYMENT });

    const own = events.filter(({ operationId }) => operationId === 'requestPayment');
    expect(own.map(({ type }) => type)).toEqual(['request', 'response']);
    expect(own[0]?.idempotencyKey).toBe(operationRequests[0]?.headers.get(KEY));
  });

  it('retries with one key', async () => {
    let attempts = 0;
    const { api, operationRequests } = setUp(() => {
      attempts += 1;
      return attempts === 1 ? empty(503) : Response.json({ id: PAYMENT_ID });
    });

    await api.POST('/payments', { body: PAYMENT });

    const keys = operationRequests.map(({ headers }) => headers.get(KEY));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('replaces a token that the API refuses, once', async () => {
    const { api, operationRequests, tokenRequests } = setUp((request) =>
      request.headers.get('Authorization')?.endsWith('-2') ? Response.json({ id: PAYMENT_ID }) : empty(401),
    );

    await api.GET('/payments/{id}', { params });

    expect([operationRequests.length, tokenRequests.length]).toEqual([2, 2]);
  });
});

describe('the options of a call of openapi-fetch', () => {
  it('use the idempotency key of the header parameter', async () => {
    const { api, operationRequests } = setUp(() => empty(422));
    const header = { [KEY]: 'order-17' };

    const error = await catchError(
      api.POST('/payments/{id}/captures', { params: { ...params, header }, body: { amount: 5 } }),
    );

    expect(operationRequests[0]?.headers.get(KEY)).toBe('order-17');
    expect(error).toMatchObject({ idempotencyKey: 'order-17', outcome: 'rejected' });
  });

  it('refuse a key that was used with another body, across both clients', async () => {
    const { lddpay, api, operationRequests } = setUp();
    await lddpay.capturePayment(PAYMENT_ID, { amount: 5 }, { idempotencyKey: 'order-17' });
    const init = (amount: number) => ({
      params: { ...params, header: { [KEY]: 'order-17' } },
      body: { amount },
    });

    const error = await catchError(api.POST('/payments/{id}/captures', init(6)));
    await api.POST('/payments/{id}/captures', init(5));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain('was already used');
    expect(operationRequests).toHaveLength(2);
  });

  it('limit the retries', async () => {
    const { api, operationRequests } = setUp(() => empty(503));

    await catchError(api.GET('/payments/{id}', { params, maxRetries: 0 }));

    expect(operationRequests).toHaveLength(1);
  });

  it.each([{ attemptTimeout: 200, maxRetries: 0 }, { deadline: 200 }])(
    'limit the time of a call: %o',
    async (limits) => {
      const { api } = setUp(() => new Promise(() => {}));

      const error = await catchError(api.POST('/payments', { body: PAYMENT, ...limits }));

      expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', safeToRetry: true });
    },
  );

  it.each([false, true])('abort a call by its signal (middleware: %s)', async (hasMiddleware) => {
    const { api } = setUp(() => new Promise(() => {}));
    if (hasMiddleware) api.use({ onRequest: () => undefined });
    const controller = new AbortController();
    const call = catchError(api.POST('/payments', { body: PAYMENT, signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('enough')), 20);

    expect(await call).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: { message: 'enough' } });
  });

  it.each([
    ['deadline', '5 s'],
    ['attemptTimeout', -1],
    ['maxRetries', 0.5],
    ['signal', 'now'],
  ])('refuse a wrong %s and name it', async (name, value) => {
    const { api, operationRequests } = setUp();

    const error = await catchError(api.GET('/payments/{id}', { params, [name]: value } as never));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining(`\`${name}\``) });
    expect(operationRequests).toHaveLength(0);
  });

  it.each(['formData', 'clone', null, 5])('refuse parseAs %j before anything is sent', async (parseAs) => {
    const { api, operationRequests } = setUp();

    const error = await catchError(api.POST('/payments', { body: PAYMENT, parseAs } as never));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`parseAs`') });
    expect(operationRequests).toHaveLength(0);
  });

  it.each(['baseUrl', 'fetch', 'Request', 'middleware', 'bodySerializer'])(
    'refuse a wrong %s',
    async (name) => {
      const { api, operationRequests } = setUp();

      const error = await catchError(api.GET('/payments/{id}', { params, [name]: 'x' } as never));

      expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining(`\`${name}\``) });
      expect(operationRequests).toHaveLength(0);
    },
  );

  it.each([
    ['Host', 'a'],
    ['Content-Length', '5'],
    ['Expect', '100-continue'],
    ['X-Note', 'a\n'],
    ['X-Note', 'a\x7f'],
    ['__proto__', 'a'],
  ])('refuse the header %s: %j', async (name, value) => {
    const { api, operationRequests } = setUp();
    const header = Object.fromEntries([[name, value]]);

    for (const init of [{ headers: header }, { params: { header } }]) {
      const error = await catchError(api.POST('/payments', { body: PAYMENT, ...init } as never));
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'requestPayment' });
      expect(error.message).toContain(`\`headers\` must be an object without "${name}",`);
    }
    expect(operationRequests).toHaveLength(0);
  });

  it('send a header that is a number, and none that is null or undefined', async () => {
    const { api, operationRequests } = setUp();

    await api.GET('/payments/{id}', {
      params,
      headers: { 'X-Number': 5, 'X-Null': null, 'X-None': undefined },
    });

    const { headers } = operationRequests[0] ?? {};
    expect([headers?.get('X-Number'), headers?.has('X-Null'), headers?.has('X-None')]).toEqual([
      '5',
      false,
      false,
    ]);
  });

  it('refuse extraFields, whose fields the body takes', async () => {
    const { api, operationRequests } = setUp();

    const error = await catchError(api.POST('/payments', { body: PAYMENT, extraFields: { a: 1 } }));
    await api.POST('/payments', { body: { ...PAYMENT, a: 1 } as typeof PAYMENT });
    await api.GET('/payments/{id}', { params: { ...params, query: { a: 1 } } as typeof params });

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`extraFields`') });
    expect(operationRequests[0]?.body).toBe(JSON.stringify({ ...PAYMENT, a: 1 }));
    expect(operationRequests[1]?.url).toMatch(/\?a=1$/);
  });

  it.each<[string, object | null]>([
    ['a revoked proxy', revoked()],
    ['a revoked proxy as params', { params: revoked() }],
    ['a revoked proxy as path', { params: { path: revoked() } }],
    ['a revoked proxy as body', { params, body: revoked() }],
    ['a revoked proxy as headers', { params, headers: revoked() }],
    ['a revoked proxy as signal', { params, signal: revoked() }],
    ['an odd signal', { params, signal: { aborted: {} } }],
    [
      'a path that throws the second time',
      {
        params: {
          path: Object.defineProperty({}, 'id', {
            enumerable: true,
            get: throwing(PAYMENT_ID),
          }),
        },
      },
    ],
  ])('reject with config, or do what they say: %s', async (_, init) => {
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const { api } = setUp();
      const given = init && !isRevoked(init) ? { ...init, middleware } : init;

      const [result] = await Promise.allSettled([api.POST('/payments/{id}/voids', given as never)]);

      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          operationId: 'voidPayment',
          message: expect.stringMatching(/^voidPayment: /),
        });
      }
    }
  });

  it('send further headers, and refuse Authorization', async () => {
    const { api, operationRequests } = setUp();

    await api.GET('/payments/{id}', { params, headers: { traceparent: '00-1-1-01' } });
    const error = await catchError(
      api.GET('/payments/{id}', { params, headers: { Authorization: SECRETS.token } }),
    );

    expect(operationRequests.map(({ headers }) => headers.get('traceparent'))).toEqual(['00-1-1-01']);
    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
  });
});

describe('the idempotency key of a call of openapi-fetch', () => {
  it.each([
    ['pairs', [[KEY, 'order-17']]],
    ['a Map', new Map([[KEY, 'order-17']])],
    ['a Headers', new Headers({ [KEY]: 'order-17' })],
    ['an object', { [KEY.toLowerCase()]: 'order-17' }],
  ])('is read from headers that are %s', async (_, headers) => {
    const { api, operationRequests } = setUp();

    await api.POST('/payments', { body: PAYMENT, headers } as never);
    await api.POST('/payments', { body: PAYMENT, params: { header: headers } } as never);

    expect(operationRequests.map((request) => request.headers.get(KEY))).toEqual(['order-17', 'order-17']);
  });

  it.each([null, false, Number.NaN, 17, ['order-17', 'order-18'], {}])(
    'is refused when it is %j, for which openapi-fetch would send another one',
    async (key) => {
      const { api, operationRequests } = setUp();
      const headers = { [KEY.toLowerCase()]: key };

      for (const init of [{ headers }, { params: { header: headers } }]) {
        const error = await catchError(api.POST('/payments', { body: PAYMENT, ...init } as never));
        expect(error).toMatchObject({ kind: 'config', message: expect.stringMatching(new RegExp(KEY, 'i')) });
      }
      expect(operationRequests).toHaveLength(0);
    },
  );

  it('is a random one when it is undefined', async () => {
    const { api, operationRequests } = setUp();
    const header = { [KEY]: undefined };

    await api.POST('/payments', { body: PAYMENT, params: { header }, headers: header } as never);

    expect(operationRequests[0]?.headers.get(KEY)).toMatch(/^[\da-f-]{36}$/);
  });

  it('can be used by either client for the same payment', async () => {
    const { lddpay, api, operationRequests } = setUp();
    const init = { params: { header: { [KEY]: 'order-17' } }, body: PAYMENT };

    await lddpay.requestPayment(PAYMENT, { idempotencyKey: 'order-17' });
    await api.POST('/payments', init);

    expect(operationRequests).toHaveLength(2);
  });

  it('is refused as an option, where openapi-fetch would ignore it', async () => {
    const { api, operationRequests } = setUp();

    const error = await catchError(api.POST('/payments', { body: PAYMENT, idempotencyKey: 'order-17' }));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('params.header') });
    expect(operationRequests).toHaveLength(0);
  });
});

it('returns the data of a response whose headers throw when openapi-fetch reads them', async () => {
  const { api } = setUp(() => {
    const response = Response.json({ id: PAYMENT_ID });
    response.headers.get = () => {
      throw new Error('not allowed');
    };
    return response;
  });

  const { data, response } = await api.GET('/payments/{id}', { params });

  expect(data?.id).toBe(PAYMENT_ID);
  expect(response.headers.get('Content-Type')).toBe('application/json');
});

it('looks for the payment that a lost call of openapi-fetch named, whatever its caller changes later', async () => {
  const { lddpay, api, operationRequests } = setUp(
    ({ method }) => (method === 'GET' ? Response.json([]) : Promise.reject(new TypeError('fetch failed'))),
    { maxRetries: 0 },
  );
  const changing = { path: { id: PAYMENT_ID } };
  const call = catchError(
    api.POST('/payments/{id}/captures', { params: changing, body: { reference: 'C-1' } }),
  );
  changing.path.id = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

  await lddpay.reconcile(await call);

  expect(operationRequests.at(-1)?.url).toContain(PAYMENT_ID);
});

describe('the body of a call of openapi-fetch', () => {
  class Amount {
    readonly #amount = 400;

    toJSON() {
      return { amount: this.#amount };
    }
  }

  it.each([[[]], [[{ onRequest: () => undefined }]]])(
    'is what JSON makes of it (middleware: %j)',
    async (middleware) => {
      const { api, operationRequests } = setUp();

      await api.POST('/payments/{id}/captures', { params, body: new Amount() as never, middleware });

      expect(operationRequests[0]?.body).toBe('{"amount":400}');
    },
  );

  it.each<[string, object]>([
    ['FormData', { body: new FormData() }],
    ['URLSearchParams', { body: new URLSearchParams({ amount: '400' }) }],
    ['a Map', { body: new Map([['amount', 400]]) }],
    ['bytes', { body: new Uint8Array([123, 125]) }],
    ['a Date', { body: new Date() }],
    ['a Blob', { body: new Blob(['{"amount":400}']) }],
    [
      'an instance with getters',
      {
        body: new (class {
          get amount() {
            return 400;
          }
        })(),
      },
    ],
    ['a Buffer', { body: Buffer.from('{"amount":400}') }],
    ['a function as amount', { body: { amount: () => 400 } }],
    ['a symbol as amount', { body: { amount: Symbol('400') } }],
    ['NaN as amount', { body: { amount: Number.NaN } }],
    ['an amount whose toJSON returns nothing', { body: { amount: { toJSON: () => undefined } } }],
    ['a nested Map', { body: { metadata: new Map([['order', 1]]) } }],
    ['toJSON that returns a Map', { body: { toJSON: () => new Map([['amount', 400]]) } }],
    ['toJSON that returns null', { body: { toJSON: () => null } }],
    ['a Map with an undefined toJSON', { body: Object.assign(new Map(), { toJSON: undefined }) }],
    ['inherited fields', { body: Object.create(Object.assign(Object.create(null), { amount: 400 })) }],
    ['null of bodySerializer', { body: { amount: 400 }, bodySerializer: () => 'null' }],
    ['a bigint as amount', { body: { amount: 400n } }],
    ['undefined in a list', { body: { amount_allocations: [undefined] } }],
    [
      'a getter of the class beside a field',
      {
        body: new (class {
          reference = 'a';

          get amount() {
            return 400;
          }
        })(),
      },
    ],
    ['a string', { body: '{"amount":400}' }],
    ['an empty string', { body: '' }],
    ['a function', { body: () => 1 }],
    ['an empty string of bodySerializer', { body: {}, bodySerializer: () => '' }],
    ['a form of bodySerializer', { body: {}, bodySerializer: () => new URLSearchParams({ amount: '400' }) }],
    [
      'a body that throws',
      {
        body: {
          get amount() {
            throw new Error(SECRETS.cardNumber);
          },
        },
      },
    ],
  ])('is refused where it would be sent as nothing: %s', async (_, init) => {
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const { api, operationRequests } = setUp();

      const error = await catchError(
        api.POST('/payments/{id}/captures', { params, middleware, ...init } as never),
      );

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'capturePayment' });
      expect(error.message).toMatch(/^capturePayment: /);
      expect(error.message).not.toContain(SECRETS.cardNumber);
      expect(operationRequests).toHaveLength(0);
    }
  });

  it('does not change after the call', async () => {
    const { api, operationRequests } = setUp();
    const body = { ...PAYMENT, metadata: { order: 'first' } };

    const call = api.POST('/payments', { body });
    body.metadata.order = 'second';
    await call;

    expect(operationRequests[0]?.body).toContain('first');
  });

  it('is not accepted by an operation without one', async () => {
    const { api, operationRequests } = setUp();

    const error = await catchError(api.GET('/payments/{id}', { params, body: {} } as never));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`body`') });
    expect(operationRequests).toHaveLength(0);
  });
});

describe('wrong arguments of a call of openapi-fetch', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  it.each<[string, (api: FetchClient<true>) => Promise<unknown>]>([
    ['a cyclic body', (api) => api.POST('/payments', { body: cyclic as never })],
    ['a BigInt', (api) => api.POST('/payments', { body: { ...PAYMENT, metadata: { n: 1n } } as never })],
    ['a string as body', (api) => api.POST('/payments', { body: SECRETS.cardNumber as never })],
    ['a negative amount', (api) => api.POST('/payments', { body: { ...PAYMENT, amount: -1 } })],
    ['a missing path parameter', (api) => api.GET('/payments/{id}', {} as never)],
    ['a wrong path parameter', (api) => api.GET('/payments/{id}', { params: { path: { id: '../x' } } })],
    ['a missing query', (api) => api.GET('/payments', {} as never)],
    [
      'a nested query',
      (api) => api.GET('/payments', { params: { query: { reference: { a: { b: {} } } } } } as never),
    ],
    ['a header with a line break', (api) => api.GET('/payments/{id}', { params, headers: { a: 'b\nc' } })],
    [
      'pairs with a line break',
      (api) => api.GET('/payments/{id}', { params, headers: [['a', `b\n${SECRETS.cardNumber}`]] }),
    ],
    [
      'a pathSerializer without a path',
      (api) => api.GET('/payments/{id}', { params, pathSerializer: () => 5 as never }),
    ],
    ['a wrong signal', (api) => api.GET('/payments/{id}', { params, signal: {} as never })],
    ['a path without an operation', (api) => api.GET('/payouts' as never, {} as never)],
    ['a method without an operation', (api) => api.PUT('/payments' as never, {} as never)],
    ['the token endpoint', (api) => api.POST('/connect/token' as never, { body: {} } as never)],
    [
      'an unknown content type',
      (api) => api.POST('/payments', { body: PAYMENT, bodySerializer: () => 'a=1' }),
    ],
  ])('are a config error before anything is sent: %s', async (_, call) => {
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const { api, operationRequests } = setUp();
      api.use(...middleware);

      const error = await catchError(call(api));

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
      expect(String(error.cause ?? '') + error.message).not.toContain(SECRETS.cardNumber);
      expect(operationRequests).toHaveLength(0);
    }
  });

  it('say what sends a request of no operation', async () => {
    const { api } = setUp();

    const error = await catchError(api.GET('/customers' as '/payments', {} as never));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('`rawRequest`') });
  });

  it('include an argument of createFetchClient that is not a client', async () => {
    const create = () => createFetchClient({} as Client<true>);

    expect(await catchError(create)).toMatchObject({ kind: 'config' });
  });
});

describe('middleware of openapi-fetch', () => {
  it('runs once a call, however many attempts it takes', async () => {
    let attempts = 0;
    const ran: string[] = [];
    const { api } = setUp(() => {
      attempts += 1;
      return attempts < 3 ? empty(503) : Response.json({ id: PAYMENT_ID });
    });
    api.use({
      onRequest: ({ schemaPath }) => void ran.push(`request ${schemaPath}`),
      onResponse: ({ response }) => void ran.push(`response ${response.status}`),
    });

    await api.POST('/payments', { body: PAYMENT });

    expect(attempts).toBe(3);
    expect(ran).toEqual(['request /payments', 'response 200']);
  });

  it('receives the error of the call', async () => {
    const errors: unknown[] = [];
    const { api } = setUp(() => empty(422));
    api.use({ onError: ({ error }) => void errors.push(error) });

    const error = await catchError(api.POST('/payments', { body: PAYMENT }));

    expect(errors).toEqual([error]);
  });

  it('can change the headers, the body and the path of the request', async () => {
    const { api, operationRequests } = setUp();
    const middleware: Middleware = {
      async onRequest({ request }) {
        const body = JSON.stringify({ ...(await request.clone().json()), reference: 'ORD-9' });
        const headers = { 'X-Trace': '1', 'Content-Type': 'application/json' };
        return new Request(request.url.replace('captures', 'voids'), { method: 'POST', headers, body });
      },
    };

    await api.POST('/payments/{id}/captures', { params, body: {}, middleware: [middleware] });

    expect(operationRequests[0]?.url).toMatch(/\/voids$/);
    expect(operationRequests[0]?.headers.get('X-Trace')).toBe('1');
    expect(operationRequests[0]?.body).toBe('{"reference":"ORD-9"}');
  });

  it('keeps the key of a request that it replaces', async () => {
    const { api, operationRequests } = setUp();
    api.use({
      onRequest: ({ request }) => new Request(request, { headers: { ...headersOf(request), a: 'b' } }),
    });
    const header = { [KEY]: 'order-17' };

    await api.POST('/payments', { params: { header }, body: PAYMENT });

    expect(operationRequests[0]?.headers.get(KEY)).toBe('order-17');
    expect(operationRequests[0]?.headers.get('a')).toBe('b');
  });

  it.each([
    ['another origin', 'https://other.example/payments?reference=x'],
    ['another path', `${CREDENTIALS.baseUrl}/payouts?reference=x`],
    ['a host that begins like that of the API', `${CREDENTIALS.baseUrl}.other.example/payments?reference=x`],
  ])('cannot send the request to %s', async (_, url) => {
    const { api, operationRequests } = setUp();
    api.use({ onRequest: ({ request }) => new Request(url, request) });

    expect(await catchError(api.GET('/payments', { params: { query: { reference: 'x' } } }))).toMatchObject({
      kind: 'config',
      outcome: 'not_sent',
      message: expect.stringContaining('those of an operation below `baseUrl`'),
    });
    expect(operationRequests).toHaveLength(0);
  });

  it.each([
    ['another origin', 'https://other.example/payments/pay_1/voids'],
    ['the token endpoint', `${CREDENTIALS.baseUrl}/connect/token`],
  ])('is not needed to refuse a pathSerializer that leads to %s', async (_, url) => {
    const { api, operationRequests, tokenRequests } = setUp();

    const error = await catchError(
      api.POST('/payments/{id}/captures', { params, body: {}, pathSerializer: () => url }),
    );

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect([...operationRequests, ...tokenRequests]).toEqual([]);
  });

  it('may not read the body without a clone', async () => {
    const { api, operationRequests } = setUp();
    api.use({ onRequest: async ({ request }) => void (await request.text()) });

    expect(await catchError(api.POST('/payments', { body: PAYMENT }))).toMatchObject({
      kind: 'config',
      message: expect.stringContaining('clone'),
    });
    expect(operationRequests).toHaveLength(0);
  });

  it('can respond in place of the API, and change a response', async () => {
    const { api, operationRequests } = setUp(() => Response.json({ id: 'from the API' }));
    const cached: Middleware = { onRequest: () => Response.json({ id: 'cached' }) };
    const changed: Middleware = { onResponse: () => Response.json({ id: 'changed' }) };

    const first = await api.GET('/payments/{id}', { params, middleware: [cached] });
    const second = await api.GET('/payments/{id}', { params, middleware: [changed] });

    expect([first.data.id, second.data.id]).toEqual(['cached', 'changed']);
    expect(operationRequests).toHaveLength(1);
  });

  it('cannot make a success of an error status before the request is sent', async () => {
    const { api, operationRequests } = setUp();
    api.use({ onRequest: () => empty(404) });

    expect(await catchError(api.GET('/payments/{id}', { params }))).toMatchObject({
      kind: 'api',
      outcome: 'not_sent',
      status: 404,
      operationId: 'getPaymentDetails',
    });
    expect(operationRequests).toHaveLength(0);
  });

  it('cannot make a success of an error status after the response, which may have taken effect', async () => {
    const { api } = setUp(() => Response.json({ id: PAYMENT_ID }));
    api.use({ onResponse: () => empty(500) });
    const header = { [KEY]: 'order-17' };

    expect(await catchError(api.POST('/payments', { params: { header }, body: PAYMENT }))).toMatchObject({
      kind: 'api',
      outcome: 'unknown',
      status: 500,
      operationId: 'requestPayment',
      idempotencyKey: 'order-17',
      attempts: [{ status: 200 }],
    });
  });

  it('cannot replace the error of a call by a response with an error status', async () => {
    const { api } = setUp(() => Response.json({ error_codes: ['amount_invalid'] }, { status: 422 }));
    api.use({ onError: () => empty(404) });

    expect(await catchError(api.POST('/payments', { body: PAYMENT }))).toMatchObject({
      outcome: 'rejected',
      status: 422,
      errorCodes: ['amount_invalid'],
    });
  });

  it('may not read the body of the response without a clone', async () => {
    const { api } = setUp(() => Response.json({ id: PAYMENT_ID }));
    api.use({ onResponse: async ({ response }) => void (await response.json()) });

    expect(await catchError(api.POST('/payments', { body: PAYMENT }))).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
      safeToRetry: true,
      idempotencyKey: expect.any(String),
      message: expect.stringContaining('clone'),
    });
  });

  it('returns a response that is not JSON, which the error does not quote', async () => {
    const { api } = setUp();
    api.use({ onResponse: () => new Response(`not JSON: ${SECRETS.cardNumber}`) });

    const error = await catchError(api.GET('/payments/{id}', { params }));

    expect(error.kind).toBe('decode');
    expect(error.cause).toBeUndefined();
    expect(error.message).not.toContain(SECRETS.cardNumber);
  });

  it('sends a request again under the key of the call', async () => {
    const { api, operationRequests } = setUp(() => Promise.reject(new TypeError('fetch failed')), {
      maxRetries: 0,
    });
    let clone: Request;
    api.use({
      onRequest: ({ request }) => {
        clone = request.clone();
      },
      onError: ({ options }) => options.fetch(clone),
    });

    await catchError(api.POST('/payments', { body: PAYMENT }));

    const keys = operationRequests.map(({ headers }) => headers.get(KEY));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('passes on how long the API asked a read to wait that follows a write which may have taken effect', async () => {
    const { api } = setUp(
      (request) => {
        if (request.method === 'POST') throw new TypeError('fetch failed');
        return Response.json({}, { status: 429, headers: { 'Retry-After': '120' } });
      },
      { maxRetries: 0 },
    );
    api.use({
      onError: ({ request, options }) => options.fetch(new Request(`${request.url}/${PAYMENT_ID}`)),
    });

    expect(await catchError(api.POST('/payments', { body: PAYMENT }))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
      safeToRetry: true,
      retryAfterMs: 120_000,
    });
  });

  it('keeps the signal and the limits of the call when it replaces the request', async () => {
    const { api } = setUp(() => new Promise(() => {}));
    api.use({ onRequest: ({ request }) => new Request(request.url) });
    const controller = new AbortController();
    const call = catchError(api.GET('/payments/{id}', { params, signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);

    expect(await call).toMatchObject({ kind: 'aborted' });
    expect(await catchError(api.GET('/payments/{id}', { params, deadline: 20 }))).toMatchObject({
      kind: 'timeout',
    });
  });

  it.each<[string, Middleware['onError']]>([
    ['the same request', ({ request, options }) => options.fetch(request)],
    ['a request without an operation', ({ options }) => options.fetch(new Request('http://api.test/x'))],
    ['an error status', () => empty(404)],
  ])(
    'cannot turn a request that may have taken effect into one that was not sent: %s',
    async (_, onError) => {
      let requests = 0;
      const { api } = setUp(
        () => {
          requests += 1;
          return requests === 1 ? Promise.reject(new TypeError('fetch failed')) : empty(404);
        },
        { maxRetries: 0 },
      );
      api.use({ onError } as Middleware);

      const error = await catchError(api.POST('/payments', { body: PAYMENT }));

      expect(error).toMatchObject({
        outcome: 'unknown',
        operationId: 'requestPayment',
        idempotencyKey: expect.any(String),
        attempts: [expect.anything()],
      });
    },
  );

  it('can send the same request again after its response was lost', async () => {
    let requests = 0;
    const { api, operationRequests } = setUp(
      () => {
        requests += 1;
        return requests === 1
          ? Promise.reject(new TypeError('fetch failed'))
          : Response.json({ id: PAYMENT_ID });
      },
      { maxRetries: 0 },
    );
    api.use({ onError: ({ request, options }) => options.fetch(request) });

    const { data } = await api.POST('/payments', { body: PAYMENT });

    expect(data.id).toBe(PAYMENT_ID);
    expect(new Set(operationRequests.map(({ headers }) => headers.get(KEY))).size).toBe(1);
  });

  it('can read a payment before a write', async () => {
    const { api, operationRequests } = setUp();
    api.use({
      onRequest: async ({ options }) => {
        await options.fetch(new Request(`${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}`));
      },
    });

    await api.POST('/payments', { body: PAYMENT });

    expect(operationRequests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('must not remove the body of the request', async () => {
    const { api, operationRequests } = setUp();
    api.use({ onRequest: ({ request }) => new Request(request.url, { method: 'POST' }) });

    const error = await catchError(api.POST('/payments/{id}/captures', { params, body: { amount: 400 } }));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(operationRequests).toHaveLength(0);
  });

  it('can abort a call by a signal of its own', async () => {
    const { api } = setUp(() => new Promise(() => {}));
    const own = new AbortController();
    api.use({ onRequest: ({ request }) => new Request(request, { signal: own.signal }) });
    const call = catchError(api.GET('/payments/{id}', { params, signal: new AbortController().signal }));
    setTimeout(() => own.abort(), 20);

    expect(await call).toMatchObject({ kind: 'aborted' });
  });

  it('shows its request a signal that aborts with that of the call', async () => {
    const { api } = setUp(() => new Promise(() => {}));
    const seen: AbortSignal[] = [];
    api.use({ onRequest: ({ request }) => void seen.push(request.signal) });
    const controller = new AbortController();
    const call = catchError(api.GET('/payments/{id}', { params, signal: controller.signal }));
    await expect.poll(() => seen).toHaveLength(1);
    const reason = new Error('enough');

    controller.abort(reason);

    expect(await call).toMatchObject({ kind: 'aborted' });
    expect(seen[0]?.reason).toBe(reason);
  });

  it('is a config error where the platform has no Request, which calls without it do not need', async () => {
    const { api, operationRequests } = setUp(() => Response.json({ id: PAYMENT_ID }));
    vi.stubGlobal('Request', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const pathSerializer = (path: string) => path.replace('{id}', PAYMENT_ID);

    const { data } = await api.GET('/payments/{id}', { params });
    const serialized = await api.POST('/payments/{id}/captures', {
      params,
      body: { amount: 4 },
      pathSerializer,
    });
    api.use({ onRequest: () => undefined });
    const error = await catchError(api.GET('/payments/{id}', { params }));

    expect(data.id).toBe(PAYMENT_ID);
    expect(serialized.data).toEqual(data);
    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(operationRequests.map(({ body }) => body)).toEqual(['', '{"amount":4}']);
  });

  it('leaves nothing behind on a signal that ends many calls', async () => {
    const { api } = setUp(() => Response.json({ id: PAYMENT_ID }));
    const middleware = { onRequest: ({ request }: { request: Request }) => new Request(request) };
    const { signal } = new AbortController();
    const listeners: number[] = [];
    const init = { params, signal, middleware: [middleware] };
    const count = () => listeners.push(getEventListeners(signal, 'abort').length);

    const calls = Array.from({ length: 20 }, () => api.GET('/payments/{id}', init));
    count();
    await Promise.all(calls);
    count();

    expect(listeners).toEqual([1, 0]);
    // Node keeps the signals of `AbortSignal.any` in a property of each signal that they depend on.
    const properties = Object.getOwnPropertySymbols(signal).map((key) => Reflect.get(signal, key));
    expect(properties.filter((value) => value instanceof Set && value.size > 0)).toEqual([]);
  });

  it('takes a signal that is none of the platform', async () => {
    const { api } = setUp(() => new Promise(() => {}));
    api.use({ onRequest: () => undefined });
    let abort = () => {};
    const signal = {
      aborted: false,
      reason: new Error('enough'),
      addEventListener: (_: string, listener: () => void) => {
        abort = listener;
      },
      removeEventListener: () => {},
    };
    const call = catchError(api.GET('/payments/{id}', { params, signal: signal as unknown as AbortSignal }));
    setTimeout(() => abort(), 20);

    expect(await call).toMatchObject({ kind: 'aborted', cause: { message: 'enough' } });
  });

  it('sees the URL of the response', async () => {
    const { api } = setUp(() => Response.json({ id: PAYMENT_ID }));
    const urls: string[] = [];
    api.use({ onResponse: ({ response }) => void urls.push(response.url) });

    await api.GET('/payments/{id}', { params });

    expect(urls).toEqual([`${CREDENTIALS.baseUrl}/payments/${PAYMENT_ID}`]);
  });

  it('fails a call with its own error', async () => {
    const { api } = setUp();
    const error = new RangeError('mine');
    api.use({
      onRequest() {
        throw error;
      },
    });

    await expect(api.GET('/payments/{id}', { params })).rejects.toBe(error);
  });

  it('has its effect where it came before a wrong one, which `use` refuses', async () => {
    const { api, operationRequests } = setUp();
    const middleware: Middleware = { onRequest: ({ request }) => request.headers.set('a', 'b') };

    expect(() => api.use(middleware, {} as Middleware)).toThrow('Middleware must be an object');
    await api.GET('/payments/{id}', { params });

    expect(operationRequests[0]?.headers.get('a')).toBe('b');
  });

  it('no longer runs once it is ejected', async () => {
    const { api } = setUp();
    const ran: string[] = [];
    const middleware: Middleware = { onRequest: ({ schemaPath }) => void ran.push(schemaPath) };
    api.use(middleware);
    await api.GET('/payments/{id}', { params });
    api.eject(middleware);
    await api.GET('/payments/{id}', { params });

    expect(ran).toEqual(['/payments/{id}']);
  });
});

it('works below a path of the base URL', async () => {
  const api = await startApi(() => ({ body: { id: PAYMENT_ID } }));
  const client = createClient({
    ...CREDENTIALS,
    baseUrl: `${api.url}/v1/`,
    tokenUrl: `${api.url}/connect/token`,
  });

  const { data } = await createFetchClient(client).GET('/payments/{id}', { params });

  expect(data).toEqual({ id: PAYMENT_ID });
  expect(api.operationRequests[0]?.url).toBe(`/v1/payments/${PAYMENT_ID}`);
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function isRevoked(value: object): boolean {
  try {
    return Object.getPrototypeOf(value) === undefined;
  } catch {
    return true;
  }
}

/** Returns a getter that throws the second time. */
function throwing(value: unknown): () => unknown {
  let reads = 0;
  return () => {
    reads += 1;
    if (reads > 1) throw new Error('hush');
    return value;
  };
}

function headersOf(request: Request): Record<string, string> {
  return Object.fromEntries(request.headers);
}
