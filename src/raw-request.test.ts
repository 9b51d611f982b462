import { describe, expect, it } from 'vitest';
import { operations } from '../generated/operations.js';
import { assembleClient, type Client, createClient } from './client.js';
import type { LddPayEvent } from './events.js';
import type { ClientOptions } from './options.js';
import { rawRequest } from './raw-request.js';
import { startApi } from './testing/api-server.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, SECRETS } from './testing/fixtures.js';
import { eager } from './testing/platform.js';
import { testFetch } from './testing/test-fetch.js';

const KEY = 'Cko-Idempotency-Key';
const PATH = `/payments/${PAYMENT_ID}/reviews`;

function setUp(respond?: Parameters<typeof testFetch>[0], options?: Partial<ClientOptions>) {
  const transport = testFetch(respond);
  const client = assembleClient(
    { ...CREDENTIALS, fetch: transport.fetch, ...options },
    eager,
  ) as Client<true>;
  const requests = () => [...transport.tokenRequests, ...transport.operationRequests];
  return { ...transport, client, requests };
}

/** Sends a raw request the way untyped callers can. */
function send(client: object, ...args: readonly unknown[]): Promise<unknown> {
  return (rawRequest as (...args: readonly unknown[]) => Promise<unknown>)(client, ...args);
}

describe('a raw request', () => {
  it('is sent with the token, a key, the query and the body, and resolves with the data', async () => {
    const api = await startApi(() => ({ status: 201, body: { id: 'rev_1' } }));
    const client = createClient({
      ...CREDENTIALS,
      baseUrl: `${api.url}/v1`,
      tokenUrl: `${api.url}/connect/token`,
    });

    const { data, idempotencyKey } = await rawRequest(client, 'POST', PATH, {
      query: { expand: 'a b', limit: 5, none: null },
      body: { priority: 'high' },
    }).withResponse();

    const [request] = api.operationRequests;
    expect(data).toEqual({ id: 'rev_1' });
    expect([request?.method, request?.url]).toEqual(['POST', `/v1${PATH}?expand=a%20b&limit=5`]);
    expect(request?.body).toBe('{"priority":"high"}');
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${SECRETS.token}`,
      'content-type': 'application/json',
      [KEY.toLowerCase()]: idempotencyKey,
    });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('by %s is repeated under one key', async (method) => {
    let requests = 0;
    const { client, operationRequests } = setUp(() => {
      requests += 1;
      return requests === 1 ? new Response(null, { status: 503 }) : Response.json({});
    });

    await rawRequest(client, method, PATH);
    await rawRequest(client, method, PATH, { idempotencyKey: 'order-17' });

    const keys = operationRequests.map(({ headers }) => headers.get(KEY));
    expect(operationRequests.map((request) => request.method)).toEqual([method, method, method]);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys.slice(1)).toEqual([keys[0], 'order-17']);
  });

  it('by GET has no key and no body, and is repeated', async () => {
    let requests = 0;
    const { client, operationRequests } = setUp(() => {
      requests += 1;
      return requests === 1 ? new Response(null, { status: 503 }) : Response.json([1]);
    });

    expect(await rawRequest(client, 'GET', '/reviews', { query: { limit: 1 } })).toEqual([1]);
    expect(operationRequests.map(({ headers, body }) => [headers.get(KEY), body])).toEqual([
      [null, ''],
      [null, ''],
    ]);
    for (const [options, message] of [
      [{ body: {} }, '`body` must be undefined'],
      [{ idempotencyKey: 'order-17' }, '`idempotencyKey` is no option here'],
    ] as const) {
      const error = await catchError(rawRequest(client, 'GET', '/reviews', options));
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'rawRequest' });
      expect(error.message).toContain(message);
    }
    expect(operationRequests).toHaveLength(2);
  });

  it.each([200, 202, 204])('resolves with undefined for a %i without a body', async (status) => {
    const { client } = setUp(() => new Response(null, { status }));

    expect(await rawRequest(client, 'DELETE', PATH)).toBeUndefined();
  });

  it.each([true, null, 'done', 17, [1], { error_codes: [] }, { id: 'wh_1', error_type: 'retryable' }])(
    'resolves with any data that is JSON: %j',
    async (data) => {
      const { client } = setUp(() => Response.json(data));

      expect(await rawRequest(client, 'DELETE', PATH)).toEqual(data);
    },
  );

  it('rejects a success that is not JSON with decode', async () => {
    const { client } = setUp(() => new Response('<html>'));

    expect(await catchError(rawRequest(client, 'GET', PATH))).toMatchObject({ kind: 'decode' });
  });

  it('rejects with the errors and outcomes of every call', async () => {
    const refused = setUp(() => Response.json({ error_codes: ['priority_invalid'] }, { status: 422 }));
    const lost = setUp(() => Promise.reject(new TypeError('fetch failed')), { maxRetries: 0 });

    expect(await catchError(rawRequest(refused.client, 'POST', PATH))).toMatchObject({
      kind: 'api',
      outcome: 'rejected',
      status: 422,
      operationId: 'rawRequest',
      errorCodes: ['priority_invalid'],
      message: expect.stringMatching(/^rawRequest: /),
    });
    const error = await catchError(rawRequest(lost.client, 'POST', PATH));
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', safeToRetry: true });
    expect(await lost.client.reconcile(error)).toEqual({ result: 'unknown' });
  });

  it('keeps the limits of the call', async () => {
    const { client } = setUp(() => new Promise(() => {}));

    expect(await catchError(rawRequest(client, 'POST', PATH, { deadline: 20 }))).toMatchObject({
      kind: 'timeout',
      outcome: 'unknown',
    });
  });

  it('emits events with the same template for every path, so that no id is in them', async () => {
    const events: LddPayEvent[] = [];
    const { client } = setUp(undefined, { onEvent: (event) => events.push(event) });

    await rawRequest(client, 'PUT', PATH);

    expect(events.filter(({ operationId }) => operationId === 'rawRequest')).toMatchObject([
      { type: 'request', method: 'PUT', urlTemplate: '/{path}' },
      { type: 'response', method: 'PUT', urlTemplate: '/{path}', status: 200 },
    ]);
    expect(JSON.stringify(events)).not.toContain(PAYMENT_ID);
  });

  it('keeps secrets at any depth of its body out of the error', async () => {
    const { client } = setUp(() =>
      Response.json({ error_codes: [`bad_${SECRETS.cvv}`], request_id: SECRETS.cvv }, { status: 422 }),
    );
    const body = { destination: [{ card: { cvv: SECRETS.cvv } }] };

    const error = await catchError(rawRequest(client, 'POST', PATH, { body }));

    expect(error.errorCodes).toEqual([]);
    expect(error.requestId).toBeUndefined();
    expect(error.message).not.toContain(SECRETS.cvv);
  });

  it('keeps the secrets of its query out of the error', async () => {
    const { client } = setUp(() => Response.json({ error_codes: ['invalid:s3cr3t_2'] }, { status: 422 }));

    const error = await catchError(rawRequest(client, 'GET', PATH, { query: { client_secret: 's3cr3t_2' } }));

    expect(error.errorCodes).toEqual([]);
  });

  it('refuses a key that was used for another request, and accepts it for the same', async () => {
    const { client, operationRequests } = setUp();
    const options = { idempotencyKey: 'order-17', body: { amount: 1 } };
    await client.capturePayment(PAYMENT_ID, options.body, { idempotencyKey: 'order-17' });

    for (const [method, path, body] of [
      ['POST', PATH, options.body],
      ['PUT', `/payments/${PAYMENT_ID}/captures`, options.body],
      ['POST', `/payments/${PAYMENT_ID}/captures`, { amount: 2 }],
    ] as const) {
      const error = await catchError(rawRequest(client, method, path, { ...options, body }));
      expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining('already used') });
    }
    await rawRequest(client, 'POST', `/payments/${PAYMENT_ID}/captures`, options);
    expect(operationRequests).toHaveLength(2);
  });

  it.each([
    'reviews',
    '',
    '//evil.example.com/reviews',
    '/\\evil.example.com',
    '/a/../../b',
    '/a/..',
    '/./a',
    '/a/%2e%2e/b',
    '/a/.%2E/b',
    '/a?b=c',
    '/a?',
    '/a#b',
    '/a#',
    '/a\\b',
    '/a b',
    '/a\n',
    '/\t/evil.example.com',
    '/ä',
    '/payments/{id}',
    'https://evil.example.com/',
    '@evil.example.com/',
    undefined,
    null,
    5,
    ['/a'],
    Symbol('/a'),
  ])('refuses the path %o before anything is sent', async (path) => {
    const { client, requests } = setUp();

    const error = await catchError(send(client, 'POST', path));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'rawRequest' });
    expect(error.message).toMatch(/^rawRequest: `path` must begin/);
    expect(requests()).toEqual([]);
  });

  it.each(['/', '/a', '/a/', '/a//b', '/a/%2F/b', '/a/%C3%A4', "/a.b/(c)'d", '/..a', '/a:b@c'])(
    'is sent to the path %o as it is',
    async (path) => {
      const { client, operationRequests } = setUp();

      await rawRequest(client, 'GET', path);

      expect(operationRequests.map(({ url }) => url)).toEqual([CREDENTIALS.baseUrl + path]);
    },
  );

  it.each(['get', 'HEAD', 'CONNECT', 'GET ', '', undefined, null, ['GET'], Symbol('GET')])(
    'refuses the method %o before anything is sent',
    async (method) => {
      const { client, requests } = setUp();

      const error = await catchError(send(client, method, PATH));

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'rawRequest' });
      expect(error.message).toContain('`method` must be one of');
      expect(requests()).toEqual([]);
    },
  );

  it.each<[string, unknown, string]>([
    ['a Map as body', { body: new Map([['amount', 400]]) }, '`body`'],
    ['an array as body', { body: [] }, '`body`'],
    ['an object in the query', { query: { filter: { a: 1 } } }, '`filter`'],
    ['URLSearchParams as query', { query: new URLSearchParams({ limit: '5' }) }, '`query`'],
    ['a wrong deadline', { deadline: -1 }, '`deadline`'],
    ['options that are a string', 'fast', '`options`'],
    ['a Host', { headers: { Host: 'a' } }, '`headers`'],
    ['fields beside its body', { extraFields: { reason: 'fraud' } }, '`extraFields` is no option here'],
    [
      'an option that it does not know',
      { timeout: 1 },
      'The options are idempotencyKey, signal, attemptTimeout, deadline, maxRetries, headers, query, body.',
    ],
  ])('refuses %s', async (_, options, name) => {
    const { client, requests } = setUp();

    const error = await catchError(send(client, 'POST', PATH, options));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'rawRequest' });
    expect(error.message).toContain(name);
    expect(requests()).toEqual([]);
  });

  it.each(['query', 'body', 'signal'])('rejects with config when reading %s throws', async (name) => {
    const { client, requests } = setUp();
    const options = {
      get [name](): unknown {
        throw new Error('hush');
      },
    };

    const error = await catchError(send(client, 'POST', PATH, options));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'rawRequest' });
    expect(error.message).not.toContain('hush');
    expect(requests()).toEqual([]);
  });

  it('has a name that no operation has', () => {
    expect(Object.keys(operations)).not.toContain('rawRequest');
  });
});
