import { createClient, type LddPayError } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { observe } from 'lddpay/observe';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { rawRequest } from 'lddpay/raw-request';
import { undiciTransport } from 'lddpay/undici';
import { describe, expect, it } from 'vitest';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from './testing/fixtures.js';
import { testFetch } from './testing/test-fetch.js';

function setUp() {
  const { fetch, operationRequests } = testFetch(() => Response.json({}));
  return { client: createClient({ ...CREDENTIALS, fetch }), requests: operationRequests };
}

type TestClient = ReturnType<typeof setUp>['client'];

const STORE = { getItem() {}, setItem() {}, removeItem() {}, getKeys: () => [] };

describe('an option that does not exist', () => {
  it.each<[name: string, option: string, use: (client: TestClient) => unknown]>([
    ['a client', 'timeout', () => createClient({ ...CREDENTIALS, timeout: 5 } as never)],
    [
      'the signing of a client',
      'signing.siteID',
      () =>
        createClient({ ...CREDENTIALS, signing: { siteIdentifier: 'S1', secret: 's', siteID: 1 } } as never),
    ],
    [
      'a call',
      'idempotency_key',
      (client) => client.requestPayment(PAYMENT, { idempotency_key: 'a' } as never),
    ],
    [
      'a call, set to undefined',
      'retries',
      (client) => client.voidPayment(PAYMENT_ID, {}, { retries: undefined } as never),
    ],
    ['a read', 'timeoutMs', (client) => client.getPaymentDetails(PAYMENT_ID, { timeoutMs: 5 } as never)],
    ['getToken', 'timeoutMs', (client) => client.getToken({ timeoutMs: 5 } as never)],
    [
      'waitForPayment',
      'timeoutMs',
      (client) => client.waitForPayment(PAYMENT_ID, { until: 'Captured', timeoutMs: 5 } as never),
    ],
    [
      'reconcile',
      'refrence',
      (client) => client.reconcile({ operationId: 'requestPayment', refrence: 'a' } as never),
    ],
    ['rawRequest', 'json', (client) => rawRequest(client, 'POST', '/reviews', { json: {} } as never)],
    ['a journal', 'exclusiv', (client) => createJournal(client, { store: STORE, exclusiv: true } as never)],
    [
      'a call of a journal',
      'maxRetry',
      (client) =>
        createJournal(client, { store: STORE }).voidPayment('a', PAYMENT_ID, {}, { maxRetry: 0 } as never),
    ],
    [
      'a former account',
      'formerAccounts.clientID',
      (client) =>
        createJournal(client, {
          store: STORE,
          formerAccounts: [{ baseUrl: CREDENTIALS.baseUrl, clientID: 'a' } as never],
        }),
    ],
    [
      'the parameters of openapi-fetch',
      'params.headers',
      (client) =>
        createFetchClient(client).POST('/payments/{id}/voids', {
          params: { path: { id: PAYMENT_ID }, headers: { 'Cko-Idempotency-Key': 'a' } } as never,
        }),
    ],
    ['an observer', 'sampel', () => observe({ sampel: 1 } as never)],
    ['a transport', 'proxy', () => undiciTransport({ proxy: 'http://proxy' } as never)],
  ])('is rejected by %s, which names it and those that exist', async (_, option, use) => {
    const { client, requests } = setUp();

    const error: LddPayError = await catchError(async () => use(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(
      new RegExp(`\`${option}\` is no (option|fact|member) here. The \\1s are \\w+`),
    );
    expect(requests).toEqual([]);
  });
});

describe('an option on Object.prototype', () => {
  it.each<[name: string, value: unknown, use: (client: TestClient) => unknown]>([
    ['tokenUrl', 'https://evil.test/token', () => createClient({ ...CREDENTIALS })],
    ['secret', 's', () => createClient({ ...CREDENTIALS, signing: { siteIdentifier: 'S1' } as never })],
    ['idempotencyKey', 'k', (client) => client.requestPayment(PAYMENT)],
    ['signal', 5, (client) => client.requestPayment(PAYMENT)],
    ['extraFields', { amount: 1 }, (client) => client.voidPayment(PAYMENT_ID)],
    ['exclusive', true, (client) => createJournal(client, { store: STORE })],
    ['dispatcher', {}, () => undiciTransport({})],
    [
      'bodySerializer',
      () => '{"amount":1}',
      (client) =>
        createFetchClient(client).POST('/payments/{id}/voids', { params: { path: { id: PAYMENT_ID } } }),
    ],
  ])('is refused, and not taken for one that was given: %s', async (name, value, use) => {
    const { client, requests } = setUp();
    const prototype = Object.prototype as Record<string, unknown>;
    prototype[name] = value;
    let error: LddPayError;
    try {
      error = await catchError(async () => use(client));
    } finally {
      delete prototype[name];
    }

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`Something has added \`${name}\` to Object.prototype.`);
    expect(requests).toEqual([]);
  });
});

describe('an option of a call', () => {
  it.each<[place: string, option: string, use: (client: TestClient) => Promise<unknown>]>([
    [
      'body',
      'idempotencyKey',
      (client) => client.capturePayment(PAYMENT_ID, { idempotencyKey: 'cap-1', maxRetries: 0 } as never),
    ],
    ['body', 'deadline', (client) => client.voidPayment(PAYMENT_ID, { deadline: 5 } as never)],
    ['query', 'maxRetries', (client) => client.getPaymentsList({ reference: 'a', maxRetries: 0 } as never)],
  ])('is no field of a %s: %s', async (place, option, use) => {
    const { client, requests } = setUp();

    const error = await catchError(use(client));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${option}\` is an option of the call. Give it after the ${place}.`);
    expect(requests).toEqual([]);
  });

  it('can have the name of a field that is not documented', async () => {
    const { client, requests } = setUp();

    await client.voidPayment(PAYMENT_ID, {}, { extraFields: { deadline: 'soon' } });
    await rawRequest(client, 'POST', '/reviews', { body: { deadline: 'soon' } });

    expect(requests.map(({ body }) => body)).toEqual(['{"deadline":"soon"}', '{"deadline":"soon"}']);
  });
});

/** Falsy values, of which an option takes those of its own type alone. */
const FALSY: readonly unknown[] = [null, false, 0, '', Number.NaN];

describe.each<{
  of: string;
  use: (client: TestClient, options: object) => unknown;
  options: readonly string[];
  /** The falsy values that an option takes. */
  taken?: Readonly<Record<string, readonly unknown[]>>;
}>([
  {
    of: 'a client',
    use: (_, options) => createClient({ ...CREDENTIALS, ...options }),
    options: [
      ...['baseUrl', 'clientId', 'clientSecret', 'scope', 'tokenUrl', 'tokenFormat', 'tokenAuth', 'store'],
      ...['signing', 'attemptTimeout', 'deadline', 'maxRetries', 'headers', 'fetch', 'maxResponseBytes'],
      ...['keyLifetime', 'onEvent', 'observer'],
    ],
    taken: { maxRetries: [0], keyLifetime: [0] },
  },
  {
    of: 'a client without a secret',
    use: (_, options) => createClient({ baseUrl: CREDENTIALS.baseUrl, ...options } as never),
    options: ['tokenProvider'],
  },
  {
    of: 'a call',
    use: (client, options) => client.voidPayment(PAYMENT_ID, {}, options),
    options: [
      ...['idempotencyKey', 'signal', 'attemptTimeout', 'deadline', 'maxRetries', 'headers', 'extraFields'],
    ],
    taken: { maxRetries: [0] },
  },
  {
    of: 'waitForPayment',
    use: (client, options) => client.waitForPayment(PAYMENT_ID, { until: 'Captured', ...options }),
    options: ['until', 'timeout', 'signal'],
  },
  {
    of: 'reconcile',
    use: (client, facts) => client.reconcile({ operationId: 'requestPayment', ...facts }),
    options: ['operationId', 'paymentId', 'reference', 'amount', 'currency', 'since', 'except'],
    taken: { reference: [''], amount: [0], currency: [''] },
  },
  {
    of: 'a journal',
    use: (client, options) => createJournal(client, { store: STORE, ...options }),
    options: [
      ...['store', 'keyLifetime', 'margin', 'quiet', 'exclusive', 'prefix', 'formerAccounts', 'body'],
    ],
    taken: { margin: [0], quiet: [0], exclusive: [false] },
  },
  {
    of: 'a former account',
    use: (client, account) =>
      createJournal(client, {
        store: STORE,
        formerAccounts: [{ baseUrl: CREDENTIALS.baseUrl, ...account }],
      }),
    options: ['baseUrl', 'clientId'],
  },
  {
    of: 'resume',
    use: (client, options) => createJournal(client, { store: STORE }).resume(options).next(),
    options: ['signal'],
  },
  {
    of: 'an observer',
    use: (_, options) => observe(options),
    options: ['sample', 'report'],
    taken: { sample: [0] },
  },
  {
    of: 'a transport',
    use: (_, options) => undiciTransport(options),
    options: ['connections', 'dispatcher', 'application'],
  },
  {
    of: 'openapi-fetch',
    use: (client, init) =>
      createFetchClient(client).GET('/payments/{id}', { params: { path: { id: PAYMENT_ID } }, ...init }),
    options: [
      ...['params', 'headers', 'parseAs', 'middleware', 'bodySerializer', 'querySerializer'],
      ...['pathSerializer', 'signal', 'attemptTimeout', 'deadline', 'maxRetries', 'idempotencyKey'],
    ],
    // As a RequestInit does.
    taken: { headers: [null], signal: [null], maxRetries: [0] },
  },
  {
    of: 'the params of openapi-fetch',
    use: (client, given) =>
      createFetchClient(client).GET('/payments/{id}', {
        params: { path: { id: PAYMENT_ID }, ...given } as never,
      }),
    options: ['path', 'query', 'header', 'cookie'],
    taken: { query: [null], header: [null], cookie: [null] },
  },
])('of $of, what is falsy and has another type', ({ use, options, taken = {} }) => {
  it.each(options)('is refused as %s', async (option) => {
    const { client, requests } = setUp();

    for (const value of FALSY) {
      if (taken[option]?.includes(value)) continue;
      const error = await catchError(async () => use(client, { [option]: value }));

      expect(error, `${value}`).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    }
    expect(requests).toEqual([]);
  });
});

it.each<[name: string, use: (client: TestClient, options: never) => unknown]>([
  ['an observer', (_, options) => observe(options)],
  ['a transport', (_, options) => undiciTransport(options)],
  ['resume', (client, options) => createJournal(client, { store: STORE }).resume(options).next()],
  ['a call', (client, options) => client.voidPayment(PAYMENT_ID, {}, options)],
  ['openapi-fetch', (client, init) => createFetchClient(client).GET('/payments/{id}', init)],
])('%s refuses what is no object in place of options', async (_, use) => {
  const { client, requests } = setUp();

  for (const value of [false, true, 0, 0.5, '', 'fast']) {
    const error = await catchError(async () => use(client, value as never));

    expect(error, `${value}`).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(/`(options|init)` must be an object/);
  }
  expect(requests).toEqual([]);
});

it.each([
  ['a signal', AbortSignal.abort()],
  ['a promise of options', Promise.resolve({ idempotencyKey: 'cap-1' })],
  ['a map of options', new Map([['idempotencyKey', 'cap-1']])],
  ['headers', new Headers({ 'Cko-Idempotency-Key': 'cap-1' })],
  ['an empty list', []],
  ['a date', new Date(0)],
])('%s in place of options is refused, since it would have no effect', async (_, options) => {
  const { client, requests } = setUp();
  const journal = createJournal(client, { store: STORE });

  for (const use of [
    () => client.voidPayment(PAYMENT_ID, {}, options as never),
    () => journal.resume(options as never).next(),
    () => observe(options as never),
    () => undiciTransport(options as never),
    () => createFetchClient(client).GET('/payments/{id}', options as never),
  ]) {
    const error = await catchError(async () => use());

    expect(error, `${use}`).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(/`(options|init)` must be an object/);
  }
  expect(requests).toEqual([]);
});

it.each([
  ['with a tag', { idempotencyKey: 'cap-1', [Symbol.toStringTag]: 'Options' }],
  ['of a class', Object.create({ idempotencyKey: 'cap-1' })],
  ['without a prototype', Object.assign(Object.create(null), { idempotencyKey: 'cap-1' })],
])('a call takes options %s', async (_, options) => {
  const { client, requests } = setUp();

  await client.voidPayment(PAYMENT_ID, {}, options);

  expect(requests.at(-1)?.headers.get('cko-idempotency-key')).toBe('cap-1');
});

it('a call takes options of a class, with getters', async () => {
  const { client, requests } = setUp();
  class Options {
    get idempotencyKey() {
      return 'cap-1';
    }
  }

  await client.voidPayment(PAYMENT_ID, {}, new Options());

  expect(requests.at(-1)?.headers.get('cko-idempotency-key')).toBe('cap-1');
});

describe('null in place of options', () => {
  it.each<[name: string, use: () => unknown]>([
    ['an observer', () => observe(null as never)],
    ['a transport', () => undiciTransport(null as never)],
  ])('counts as none for %s, which requires none', (_, use) => {
    expect(use()).toBeTypeOf('function');
  });

  it.each<[name: string, use: (client: TestClient) => unknown]>([
    ['a client', () => createClient(null as never)],
    ['a journal', (client) => createJournal(client, null as never)],
    ['waitForPayment', (client) => client.waitForPayment(PAYMENT_ID, null as never)],
  ])('is a config error for %s, which requires some', async (_, use) => {
    expect(await catchError(async () => use(setUp().client))).toMatchObject({ kind: 'config' });
  });
});
