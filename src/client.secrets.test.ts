import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assembleClient, type Client, createClient } from './client.js';
import { type ErrorKind, LddPayError } from './errors.js';
import type { LddPayEvent } from './events.js';
import { createFetchClient } from './openapi-fetch.js';
import type { CallOptions, ClientOptions } from './options.js';
import { startApi } from './testing/api-server.js';
import { named } from './testing/behavior.js';
import { calls, operationIds } from './testing/calls.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, REFUND, SECRETS, SIGNING } from './testing/fixtures.js';
import { eager, FakePlatform } from './testing/platform.js';
import { type Handler, refusingUrl, startServer } from './testing/server.js';
import { createTestClient } from './testing/test-client.js';
import { testFetch } from './testing/test-fetch.js';
import { TOKEN_PATH } from './testing/token-reply.js';
import { startUnreliableServer } from './testing/unreliable-server.js';

/** Returns everything that a logger could print of values and of what they refer to. */
function printAll(values: readonly unknown[]): string {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const visit = (each: unknown) => {
    if (seen.has(each)) return;
    seen.add(each);
    texts.push(
      inspect(each, { depth: null, colors: false }),
      inspect(each, { depth: null, colors: false, showHidden: true, getters: true }),
      JSON.stringify(each) ?? '',
      String(each),
    );
    if (typeof each !== 'object' || each === null) return;
    if (each instanceof Error) texts.push(`${each.name} ${each.message} ${each.stack}`, each.toString());
    for (const key of Reflect.ownKeys(each)) visit(Object.getOwnPropertyDescriptor(each, key)?.value);
    if ('cause' in each) visit(each.cause);
  };
  values.forEach(visit);
  return texts.join('\n');
}

function expectNoSecret(...values: readonly unknown[]): void {
  const shown = printAll(values);
  const found = Object.values(SECRETS)
    .map((secret) => shown.indexOf(secret))
    .filter((at) => at >= 0);
  expect(found.map((at) => `…${shown.slice(Math.max(0, at - 100), at + 50)}…`)).toEqual([]);
}

/** Creates a client that makes one attempt, and records its events. */
function setUp(options: Partial<ClientOptions>) {
  const events: LddPayEvent[] = [];
  const onEvent = (event: LddPayEvent) => void events.push(event);
  const client = createClient({ ...CREDENTIALS, maxRetries: 0, onEvent, ...options, signing: SIGNING });
  return { client, events };
}

/** One way to fail, in the presence of every secret. */
interface Failure {
  readonly name: string;
  readonly kind: ErrorKind;
  /** How the API responds. It echoes the request, like a careless server. */
  readonly handler?: Handler;
  readonly options?: () => Promise<Partial<ClientOptions>>;
  readonly callOptions?: CallOptions;
  readonly call?: (client: Client<true>, options?: CallOptions) => PromiseLike<unknown>;
}

const reset: Handler = (_, response) => {
  response.socket?.resetAndDestroy();
  return undefined;
};

function startTokenEndpoint(handler: Handler): () => Promise<Partial<ClientOptions>> {
  return async () => ({ tokenUrl: (await startServer(handler)).url });
}

/** Returns bodies of error responses that contain a secret where the API's codes belong. */
function echoBodies(secret: string): readonly unknown[] {
  return [
    { error_codes: [secret], error_type: secret, request_id: secret },
    { error_codes: [`card ${secret} refused`], error_type: `invalid:${secret}`, request_id: `for ${secret}` },
    { error_codes: { code: secret }, error: secret, message: secret, errors: [{ detail: secret }] },
    [secret],
    secret,
  ];
}

const FAILURES: readonly Failure[] = [
  {
    name: 'a malformed id',
    kind: 'config',
    call: (client) => client.capturePayment(SECRETS.cardNumber),
  },
  {
    name: 'a key with the card number',
    kind: 'config',
    call: (client) => client.requestPayment(PAYMENT, { idempotencyKey: `A1-${SECRETS.cardNumber}` }),
  },
  {
    name: 'a key with the card number, and a wrong amount',
    kind: 'config',
    call: (client) =>
      client.requestPayment({ ...PAYMENT, amount: 0.5 }, { idempotencyKey: `A1-${SECRETS.cardNumber}` }),
  },
  {
    name: 'a cyclic body',
    kind: 'config',
    call: (client) => {
      const body: Record<string, unknown> = { ...PAYMENT, token: SECRETS.token };
      body['self'] = body;
      return client.requestPayment(body as unknown as typeof PAYMENT);
    },
  },
  {
    name: 'a body that throws when it is read',
    kind: 'config',
    call: (client) => {
      const toJSON = () => {
        throw new Error(SECRETS.cardNumber);
      };
      return client.requestPayment(Object.assign({ toJSON }, PAYMENT));
    },
  },
  {
    name: 'a value that cannot be signed',
    kind: 'config',
    call: (client) =>
      client.refundPayment(PAYMENT_ID, { ...REFUND, refund_currency: [SECRETS.token] as unknown as string }),
  },
  {
    name: 'a header that cannot be sent',
    kind: 'config',
    call: (client) => client.requestPayment(PAYMENT, { headers: { 'X-Note': `${SECRETS.token}\n1` } }),
  },
  {
    name: 'a header that only the client may set',
    kind: 'config',
    call: (client) =>
      client.requestPayment(PAYMENT, { headers: { Authorization: `Bearer ${SECRETS.token}` } }),
  },
  {
    name: 'an idempotency key that cannot be sent',
    kind: 'config',
    call: (client) => client.requestPayment(PAYMENT, { idempotencyKey: `${SECRETS.cardNumber} 1` }),
  },
  {
    name: 'an idempotency key that was used for something else',
    kind: 'config',
    call: async (client) => {
      await client.requestPayment(PAYMENT, { idempotencyKey: 'key-1' });
      await client.requestPayment({ ...PAYMENT, amount: 1 }, { idempotencyKey: 'key-1' });
    },
  },
  {
    name: 'a malformed amount',
    kind: 'config',
    call: (client) => client.requestPayment({ ...PAYMENT, amount: SECRETS.cardNumber as unknown as number }),
  },
  {
    name: 'refused credentials',
    kind: 'auth',
    options: startTokenEndpoint(({ body }) => ({
      status: 400,
      body: { error: 'invalid_client', error_description: body },
    })),
  },
  {
    name: 'refused credentials with an echo of the secret',
    kind: 'auth',
    options: startTokenEndpoint(() => ({
      status: 400,
      body: {
        error: SECRETS.clientSecret,
        error_codes: [SECRETS.clientSecret],
        request_id: SECRETS.clientSecret,
      },
    })),
  },
  {
    name: 'a token endpoint that responds with HTML',
    kind: 'auth',
    options: startTokenEndpoint(({ body }) => ({ body: `<h1>${body}</h1>` })),
  },
  {
    name: 'a token with a useless lifetime',
    kind: 'auth',
    options: startTokenEndpoint(() => ({ body: { access_token: SECRETS.token, expires_in: SECRETS.token } })),
  },
  {
    name: 'a token that cannot be sent in a header',
    kind: 'auth',
    options: startTokenEndpoint(() => ({
      body: { access_token: `${SECRETS.token}\n`, token_type: 'Bearer', expires_in: 60 },
    })),
  },
  {
    name: 'a token endpoint that refuses connections',
    kind: 'auth',
    options: async () => ({ tokenUrl: await refusingUrl() }),
  },
  { name: 'a token endpoint that resets the connection', kind: 'auth', options: startTokenEndpoint(reset) },
  {
    name: 'a `fetch` whose errors quote the request',
    kind: 'network',
    options: async () => ({
      fetch: (url, init) => {
        if (url.endsWith(TOKEN_PATH)) return fetch(url, init);
        const request = JSON.stringify(init);
        const cause = Object.assign(new Error(`Could not send ${request}`), { code: request, name: request });
        throw new Error(`failed: ${request.toUpperCase()}`, { cause });
      },
    }),
  },
  { name: 'a 401', kind: 'auth', handler: ({ headers, body }) => ({ status: 401, body: { headers, body } }) },
  { name: 'a 422', kind: 'api', handler: ({ headers, body }) => ({ status: 422, body: { headers, body } }) },
  { name: 'a 422 whose body is the request', kind: 'api', handler: ({ body }) => ({ status: 422, body }) },
  {
    name: 'a 502 with HTML',
    kind: 'api',
    handler: ({ body }) => ({ status: 502, body: `<h1>${body}</h1>` }),
  },
  {
    name: 'a reason phrase that quotes the request',
    kind: 'api',
    handler: ({ headers, body }, response) => {
      response.writeHead(422, `${headers.authorization} ${body.replaceAll(/[^\x20-\x7e]/g, '')}`).end('{}');
      return undefined;
    },
  },
  {
    name: 'headers that quote the request',
    kind: 'api',
    handler: ({ headers, body }) => ({
      status: 422,
      headers: { 'Retry-After': body, 'X-Echo': `${headers.authorization} ${body}` },
      body: {},
    }),
  },
  {
    name: 'a redirect',
    kind: 'api',
    handler: ({ headers, body }) => ({
      status: 302,
      headers: { Location: `/elsewhere?${headers.authorization}&${encodeURIComponent(body)}` },
      body,
    }),
  },
  { name: 'a success with HTML', kind: 'decode', handler: ({ body }) => ({ body: `<h1>${body}</h1>` }) },
  {
    name: 'a success that ends early',
    kind: 'decode',
    handler: ({ body }) => ({ body: body.slice(0, -1) }),
  },
  {
    name: 'a next link to another origin',
    kind: 'decode',
    handler: () => ({
      body: {
        data: [],
        _links: { next: { href: `https://evil.test/${SECRETS.token}/${SECRETS.cardNumber}` } },
      },
    }),
    call: async (client) => {
      for await (const _ of client.searchPayments({ query: `number:'${SECRETS.cardNumber}'` }));
    },
  },
  {
    name: 'a page without a list',
    kind: 'decode',
    handler: ({ headers, body }) => ({ body: { headers, body } }),
    call: async (client) => {
      for await (const _ of client.searchPayments({ query: `number:'${SECRETS.cardNumber}'` }));
    },
  },
  {
    name: 'a refused connection',
    kind: 'network',
    options: async () => {
      const api = await startApi();
      return { baseUrl: await refusingUrl(), tokenUrl: `${api.url}${TOKEN_PATH}` };
    },
  },
  { name: 'a broken connection', kind: 'network', handler: reset },
  {
    name: 'a response that is not HTTP',
    kind: 'network',
    handler: ({ headers, body }, response) => {
      response.socket?.end(`HELLO ${headers.authorization} ${body}\r\n\r\n`);
      return undefined;
    },
  },
  {
    name: 'a response that is malformed HTTP',
    kind: 'network',
    handler: ({ headers, body }, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\n${headers.authorization} ${body}\r\n: x\r\n\r\n`);
      return undefined;
    },
  },
  {
    name: 'headers that never come',
    kind: 'timeout',
    callOptions: { attemptTimeout: 50 },
    handler: () => undefined,
  },
  {
    name: 'a body that stalls',
    kind: 'timeout',
    callOptions: { attemptTimeout: 50 },
    handler: ({ body }, response) => {
      response.writeHead(200).write(body);
      return undefined;
    },
  },
  {
    name: 'a deadline that passes',
    kind: 'timeout',
    callOptions: { deadline: 50 },
    handler: () => undefined,
  },
  {
    name: 'an abort before sending',
    kind: 'aborted',
    call: (client) => client.requestPayment(PAYMENT, { signal: AbortSignal.abort() }),
  },
  {
    name: 'an abort while waiting',
    kind: 'aborted',
    handler: () => undefined,
    call: (client) => client.requestPayment(PAYMENT, { signal: AbortSignal.timeout(50) }),
  },
  ...[SECRETS.cardNumber, SECRETS.cvv, SECRETS.token].flatMap((secret) =>
    echoBodies(secret).map(
      (body, index): Failure => ({
        name: `an echo of ${secret} in the body, ${index + 1}`,
        kind: 'api',
        // The call that sends all three: a value that was not sent looks like a code of the API.
        call: (client, options) => client.requestPayment(PAYMENT, options),
        handler: () => ({ status: 422, body }),
      }),
    ),
  ),
  ...[SECRETS.cardNumber, SECRETS.token].map(
    (secret): Failure => ({
      name: `an echo of ${secret} as the request id`,
      kind: 'api',
      handler: () => ({ status: 422, headers: { 'Cko-Request-Id': secret }, body: {} }),
    }),
  ),
];

/** Calls that together send every secret: the first the card, the second the signature. */
const SECRET_CALLS: readonly NonNullable<Failure['call']>[] = [
  (client, options) => client.requestPayment(PAYMENT, options),
  (client, options) => client.refundPayment(PAYMENT_ID, REFUND, options),
];

describe('error, events and client', () => {
  it.each(FAILURES.map((failure) => [failure.name, failure] as const))(
    'show no secret after %s',
    async (_, { kind, handler, options, callOptions, call }) => {
      for (const makeCall of call ? [call] : SECRET_CALLS) {
        const api = await startApi(handler);
        const { client, events } = setUp({ baseUrl: api.url, ...(await options?.()) });
        const promise = makeCall(client, callOptions);

        const error = await catchError(promise);

        expect(error.kind).toBe(kind);
        expectNoSecret(error, { ...error }, events, client, promise);
      }
    },
  );

  it('are tested with every kind of error', () => {
    const kinds: Record<ErrorKind, true> = {
      config: true,
      auth: true,
      api: true,
      timeout: true,
      aborted: true,
      network: true,
      decode: true,
    };

    expect(new Set(FAILURES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });
});

describe.each(operationIds)('%s', (id) => {
  it('shows no secret while it is in progress and when it succeeds', async () => {
    const { fetch } = testFetch(() => Response.json({ data: [] }));
    const { client, events } = setUp({ fetch });

    const promise = calls[id](client);
    expectNoSecret(promise, client);
    const response = await promise.withResponse();

    expectNoSecret(promise, await promise, response, { ...response }, events, client);
  });

  it('shows no secret when it fails after a retry', async () => {
    const fetch = async () => {
      throw Object.assign(new TypeError('fetch failed'), { request: SECRETS, config: { headers: SECRETS } });
    };
    const events: LddPayEvent[] = [];
    const onEvent = (event: LddPayEvent) => void events.push(event);
    const options = { ...CREDENTIALS, signing: SIGNING, maxRetries: 1, fetch, onEvent };
    const client = assembleClient(options, eager) as Client<true>;
    const promise = calls[id](client);

    expectNoSecret(await catchError(promise), promise, events, client);
    expect(events.some(({ type }) => type === 'retry')).toBe(true);
  });
});

it.each(named([403, 422, 503, 'refuse', 'reset-after', 'silent', 'truncate', 'html']))(
  'shows no secret in an error after %s and in its causes, which are all errors',
  async (_, behavior) => {
    const server = await startUnreliableServer([behavior]);
    const platform = new FakePlatform();
    const client = createTestClient(server, platform, { maxRetries: 0 });

    const error = await catchError(platform.drive(client.requestPayment(PAYMENT), server));

    expectNoSecret(error);
    for (let cause: unknown = error; cause !== undefined; cause = (cause as Error).cause) {
      expect(cause).toBeInstanceOf(Error);
    }
  },
);

it('returns the token when it is read by its name', async () => {
  const { client } = setUp({ fetch: testFetch().fetch });

  expect((await client.getToken()).access_token).toBe(SECRETS.token);
  expect((await client.getToken().withResponse()).data.access_token).toBe(SECRETS.token);
});

it.each<[string, (lddpay: Client<true>, fields: object) => PromiseLike<unknown>]>([
  ['the body', (lddpay, fields) => lddpay.voidPayment(PAYMENT_ID, { destination: fields } as object)],
  ['the query', (lddpay, fields) => lddpay.getPaymentsList({ reference: 'order-17', ...fields })],
  [
    'the query of openapi-fetch',
    (lddpay, fields) => {
      const params = { path: { id: PAYMENT_ID }, query: fields };
      return createFetchClient(lddpay).GET('/payments/{id}', { params } as never);
    },
  ],
])('shows no secret that %s has in a field without a description', async (_, call) => {
  const secret = 's3cr3t_2';
  const { fetch } = testFetch(() => Response.json({ error_codes: [`invalid:${secret}`] }, { status: 422 }));
  const { client } = setUp({ fetch });

  const error = await catchError(call(client, { client_secret: secret }));

  expect(error.status).toBe(422);
  expect(error.message + JSON.stringify(error)).not.toContain(secret);
});

it('returns the body of an error response when it is read by its name', async () => {
  const { fetch } = testFetch(({ body }) => Response.json({ echo: body }, { status: 422 }));
  const { client } = setUp({ fetch });

  expect((await catchError(client.requestPayment(PAYMENT))).body).toEqual({ echo: JSON.stringify(PAYMENT) });
});

it('shows no secret in pages and their iterators', async () => {
  const { fetch } = testFetch(() => Response.json({ data: [] }));
  const { client } = setUp({ fetch });
  const search = client.searchPayments({ query: `number:'${SECRETS.cardNumber}'` });

  expectNoSecret(search, search.pages(), search[Symbol.asyncIterator](), await search.pages().next());
});

it('shows no secret when the token store fails', async () => {
  const fail = (...about: readonly unknown[]) => Promise.reject(new Error(JSON.stringify(about)));
  const { fetch } = testFetch();
  const { client, events } = setUp({ fetch, store: { getItem: fail, setItem: fail, removeItem: fail } });

  await client.getPaymentDetails(PAYMENT_ID);

  expect(events.some(({ problem }) => problem === 'store_unavailable')).toBe(true);
  expectNoSecret(events, client);
});

it('shows no secret when a server echoes the request in a response that is not HTTP', async () => {
  const server = createServer((socket) => {
    socket.on('data', (bytes) => socket.end(`HTTP/1.1 ${bytes}`));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const { fetch: tokenFetch } = testFetch();
  const { client, events } = setUp({
    fetch: (url, init) =>
      url.endsWith('/payments') ? fetch(`http://127.0.0.1:${port}/`, init) : tokenFetch(url, init),
  });

  const error = await catchError(client.requestPayment(PAYMENT));

  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
  expectNoSecret(error, events);
});

it.each<{ name: string; make: () => unknown }>([
  {
    name: 'that is its own cause',
    make: () => {
      const error = new Error('around');
      return Object.assign(error, { cause: error });
    },
  },
  {
    name: 'whose cause throws when it is read',
    make: () =>
      Object.defineProperty(new Error('odd'), 'cause', {
        get: () => {
          throw new Error('hush');
        },
      }),
  },
  { name: 'that is not an Error', make: () => SECRETS.token },
])('reports a transport error $name as a broken connection, and shows no secret', async ({ make }) => {
  const { fetch } = testFetch(() => Promise.reject(make()));
  const { client } = setUp({ fetch });

  const error = await catchError(client.requestPayment(PAYMENT));

  expect(error).toBeInstanceOf(LddPayError);
  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
  expectNoSecret(error);
});

describe('the reason of a signal that quotes a secret', () => {
  /** Starts an API that responds once the call is aborted, with an error that quotes the secret. */
  async function setUpAbort(secret: string) {
    const controller = new AbortController();
    const abort = () => controller.abort(new Error(`Refused: ${secret}`, { cause: `no ${secret}` }));
    const api = await startApi(() => void abort());
    const { client, events } = setUp({ baseUrl: api.url });
    return { client, events, abort, signal: controller.signal };
  }

  it.each(Object.entries(SECRETS))('is shown without the %s once the request was sent', async (_, secret) => {
    const { client, events, signal } = await setUpAbort(secret);

    const error = await catchError(client.requestPayment(PAYMENT, { signal }));

    expect(error).toMatchObject({ kind: 'aborted', outcome: 'unknown', cause: { name: 'Error' } });
    expectNoSecret(error, events);
  });

  const { token, ...known } = SECRETS;
  it.each(Object.entries(known))(
    'is shown without the %s before the token was requested',
    async (_, secret) => {
      const { client, events, abort, signal } = await setUpAbort(secret);
      abort();

      const error = await catchError(client.requestPayment(PAYMENT, { signal }));

      expect(error).toMatchObject({ kind: 'aborted', outcome: 'not_sent', cause: { name: 'Error' } });
      expectNoSecret(error, events);
    },
  );

  const { clientSecret, signingSecret } = SECRETS;
  it.each([clientSecret, signingSecret])('is shown without %s by a wait for a payment', async (secret) => {
    const { abort, signal } = await setUpAbort(secret);
    const until = () => {
      abort();
      return false;
    };
    const api = await startApi(() => ({ body: { id: PAYMENT_ID, status: 'Pending' } }));
    const { client } = setUp({ baseUrl: api.url });

    const error = await catchError(client.waitForPayment(PAYMENT_ID, { until, signal }));

    expect(error).toMatchObject({ kind: 'aborted', cause: { name: 'Error' } });
    expectNoSecret(error);
  });
});
