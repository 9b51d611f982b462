import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './client.js';
import { readOptions } from './config.js';
import { isLddPayError, type LddPayError } from './errors.js';
import type { ClientOptions } from './options.js';
import { CREDENTIALS, PAYMENT_ID, SIGNING } from './testing/fixtures.js';
import { testFetch } from './testing/test-fetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Returns the error that createClient throws for options, also for those that only untyped callers can pass. */
function catchConfigError(options: Readonly<Record<string, unknown>>): LddPayError {
  try {
    createClient({ ...CREDENTIALS, ...options } as unknown as ClientOptions);
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw error;
  }
  throw new Error('The options were accepted.');
}

describe('createClient', () => {
  it.each<{ option: string; value: unknown; as: string }>([
    { option: 'baseUrl', value: undefined, as: 'missing' },
    { option: 'baseUrl', value: '', as: 'empty' },
    { option: 'baseUrl', value: 42, as: 'a number' },
    { option: 'baseUrl', value: '/api', as: 'a relative URL' },
    { option: 'baseUrl', value: 'api.example.com', as: 'a URL without a scheme' },
    { option: 'baseUrl', value: 'ftp://api.example.com', as: 'a URL with another scheme' },
    { option: 'baseUrl', value: 'https://me:hush@api.example.com', as: 'a URL with credentials' },
    { option: 'baseUrl', value: 'https://api.example.com?a=hush', as: 'a URL with a query' },
    { option: 'baseUrl', value: 'https://api.example.com#hush', as: 'a URL with a fragment' },
    { option: 'tokenUrl', value: '', as: 'empty' },
    { option: 'tokenUrl', value: '/token', as: 'a relative URL' },
    { option: 'tokenUrl', value: 'https://me:hush@id.example.com/token', as: 'a URL with credentials' },
    { option: 'clientId', value: undefined, as: 'missing' },
    { option: 'clientId', value: '', as: 'empty' },
    { option: 'clientSecret', value: undefined, as: 'missing' },
    { option: 'clientSecret', value: '', as: 'empty' },
    { option: 'clientSecret', value: ['hush'], as: 'a list' },
    { option: 'scope', value: undefined, as: 'missing' },
    { option: 'scope', value: '', as: 'empty' },
    { option: 'clientId', value: 'client-1 ', as: 'a string that ends with a space' },
    { option: 'clientSecret', value: 'hush\n', as: 'a string that ends with a line break' },
    { option: 'clientSecret', value: 'hu\0sh', as: 'a string with a control character' },
    { option: 'scope', value: '\tpayments', as: 'a string that starts with a tab' },
    { option: 'baseUrl', value: 'https://api.example.com/hush\n', as: 'a URL that ends with a line break' },
    { option: 'tokenUrl', value: 'https://api.example.com/hush ', as: 'a URL that ends with a space' },
    { option: 'headers', value: null, as: 'null' },
    { option: 'headers', value: 'hush', as: 'a string' },
    { option: 'headers', value: { Authorization: 'hush' }, as: 'for the token' },
    { option: 'headers', value: { authorization: 'hush' }, as: 'for the token' },
    { option: 'headers', value: { 'Cko-Idempotency-Key': 'hush' }, as: 'for the idempotency key' },
    { option: 'headers', value: { 'bad name': 'hush' }, as: 'malformed' },
    { option: 'headers', value: new Headers({ Authorization: 'hush' }), as: 'a Headers for the token' },
    { option: 'tokenFormat', value: 'xml', as: 'unknown' },
    { option: 'tokenAuth', value: 'hush', as: 'unknown' },
    { option: 'attemptTimeout', value: 0, as: 'zero' },
    { option: 'attemptTimeout', value: -1, as: 'negative' },
    { option: 'attemptTimeout', value: Number.NaN, as: 'NaN' },
    { option: 'attemptTimeout', value: Number.POSITIVE_INFINITY, as: 'infinite' },
    { option: 'attemptTimeout', value: 2 ** 31, as: 'too large for a timer' },
    { option: 'attemptTimeout', value: '30000', as: 'a string' },
    { option: 'deadline', value: 0, as: 'zero' },
    { option: 'deadline', value: -1, as: 'negative' },
    { option: 'deadline', value: Number.NaN, as: 'NaN' },
    { option: 'deadline', value: 2 ** 31, as: 'too large for a timer' },
    { option: 'deadline', value: '90000', as: 'a string' },
    { option: 'maxRetries', value: -1, as: 'negative' },
    { option: 'maxRetries', value: 1.5, as: 'a fraction' },
    { option: 'maxRetries', value: Number.NaN, as: 'NaN' },
    { option: 'maxRetries', value: Number.POSITIVE_INFINITY, as: 'infinite' },
    { option: 'maxRetries', value: '2', as: 'a string' },
    { option: 'maxResponseBytes', value: 0, as: 'zero' },
    { option: 'maxResponseBytes', value: 1.5, as: 'a fraction' },
    { option: 'maxResponseBytes', value: Number.POSITIVE_INFINITY, as: 'infinite' },
    { option: 'maxResponseBytes', value: '1000', as: 'a string' },
    { option: 'fetch', value: 42, as: 'not a function' },
    { option: 'fetch', value: null, as: 'null' },
    { option: 'onEvent', value: { emit: 'hush' }, as: 'not a function' },
    { option: 'store', value: {}, as: 'an object without methods' },
    { option: 'store', value: 'hush', as: 'a string' },
    { option: 'store', value: { getItem: () => null, removeItem: () => {} }, as: 'a store without setItem' },
  ])('rejects $option when it is $as, with an error that names it', ({ option, value }) => {
    const error = catchConfigError({ [option]: value });

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${option}\``);
    expect(error.message).not.toContain('hush');
  });

  it.each<{ option: string; signing: unknown }>([
    { option: 'signing.siteIdentifier', signing: { secret: 'hush' } },
    { option: 'signing.siteIdentifier', signing: { siteIdentifier: '', secret: 'hush' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1', secret: '' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1', secret: 'hush\n' } },
    { option: 'signing.siteIdentifier', signing: { siteIdentifier: ' S1', secret: 'hush' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1', secret: ['hush'] } },
    { option: 'signing.version', signing: { siteIdentifier: 'S1', secret: 'hush', version: 3 } },
    { option: 'signing.version', signing: { siteIdentifier: 'S1', secret: 'hush', version: '' } },
  ])(
    'rejects a missing or malformed $option with an error that names it: $signing',
    ({ option, signing }) => {
      const error = catchConfigError({ signing });

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
      expect(error.message).toContain(`\`${option}\``);
      expect(error.message).not.toContain('hush');
    },
  );

  it.each(['https://api.example.com/v2', 'https://api.example.com/v2/', 'https://api.example.com/v2//'])(
    'appends paths to the path prefix of %s',
    async (baseUrl) => {
      const { fetch, operationRequests, tokenRequests } = testFetch();

      await createClient({ ...CREDENTIALS, baseUrl, fetch }).getPaymentDetails(PAYMENT_ID);

      expect(operationRequests[0]?.url).toBe(`https://api.example.com/v2/payments/${PAYMENT_ID}`);
      expect(tokenRequests[0]?.url).toBe('https://api.example.com/v2/connect/token');
    },
  );

  it('uses the documented defaults', () => {
    expect(readOptions({ ...CREDENTIALS, signing: SIGNING }, false)).toMatchObject({
      baseUrl: 'http://api.test',
      tokens: {
        tokenUrl: 'http://api.test/connect/token',
        tokenFormat: 'json',
        tokenAuth: 'body',
        store: undefined,
      },
      signing: { ...SIGNING, version: '3.0' },
      limits: { attemptTimeout: 30_000, deadline: 90_000, maxRetries: 2 },
    });
    for (const option of ['signing', 'onEvent'] as const) {
      expect(readOptions(CREDENTIALS, false)[option]).toBeUndefined();
    }
  });

  it('uses the options that are set instead of the defaults', () => {
    const tokens = {
      tokenUrl: 'https://id.example.com/token',
      tokenFormat: 'form',
      tokenAuth: 'basic',
      store: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    } as const;
    const options = { signing: { ...SIGNING, version: '2.0' }, onEvent: () => {} } as const;
    const { fetch } = testFetch();
    const limits = { attemptTimeout: 2 ** 31 - 1, deadline: 1, maxRetries: 0 };

    const config = readOptions({ ...CREDENTIALS, ...tokens, ...options, ...limits, fetch }, false);

    expect(config).toMatchObject({ ...options, tokens, limits });
    expect(config.fetch).toBe(fetch);
  });

  it('looks up the global fetch at each request when the fetch option is not set', async () => {
    const client = createClient(CREDENTIALS);
    const { fetch, operationRequests } = testFetch();
    vi.stubGlobal('fetch', fetch);

    await client.getPaymentDetails(PAYMENT_ID);

    expect(operationRequests).toHaveLength(1);
  });

  it('ignores later changes of the options object', async () => {
    const { fetch, operationRequests } = testFetch();
    const options = { ...CREDENTIALS, fetch, baseUrl: 'http://first.test' };
    const client = createClient(options);
    options.baseUrl = 'http://second.test';

    await client.getPaymentDetails(PAYMENT_ID);

    expect(operationRequests[0]?.url).toMatch(/^http:\/\/first\.test\//);
  });
});

describe('a secret that a getter of the options returns', () => {
  it('is not printed where the getter returns another one later', async () => {
    let reads = 0;
    const next = () => `secret-of-the-vault-${++reads}`;
    const config = readOptions(
      {
        ...CREDENTIALS,
        get clientSecret() {
          return next();
        },
        signing: {
          siteIdentifier: 'S1',
          get secret() {
            return next();
          },
        },
      },
      false,
    );

    const { tokens, signing } = config;
    expect(config.secrets).toEqual([(tokens as { clientSecret?: string }).clientSecret, signing?.secret]);
  });
});

describe('the headers of a client', () => {
  it.each([
    ['an object', { 'X-Gateway-Key': 'gateway-1', 'X-Team': 'a' }],
    ['a Headers', new Headers({ 'X-Gateway-Key': 'gateway-1', 'X-Team': 'a' })],
  ])(
    'are sent with every request, and those of the call take precedence, when they are %s',
    async (_, headers) => {
      const { fetch, tokenRequests, operationRequests } = testFetch();
      const client = createClient({ ...CREDENTIALS, fetch, headers });

      await client.getPaymentDetails(PAYMENT_ID);
      await client.capturePayment(PAYMENT_ID, { amount: 4 }, { headers: { 'x-team': 'b' } });

      for (const request of [...tokenRequests, ...operationRequests]) {
        expect(request.headers.get('x-gateway-key')).toBe('gateway-1');
      }
      expect(operationRequests.map((request) => request.headers.get('x-team'))).toEqual(['a', 'b']);
      expect(operationRequests[1]?.headers.get('content-type')).toBe('application/json');
    },
  );

  it('are those at the time of createClient', async () => {
    const { fetch, operationRequests } = testFetch();
    const headers = { 'X-Team': 'a' };
    const client = createClient({ ...CREDENTIALS, fetch, headers });
    headers['X-Team'] = 'b';

    await client.getPaymentDetails(PAYMENT_ID);

    expect(operationRequests[0]?.headers.get('x-team')).toBe('a');
  });
});

it('throws a config error when the options are not an object', () => {
  for (const wrong of [undefined, null, 'https://api.test']) {
    expect(() => createClient(wrong as never)).toThrow(expect.objectContaining({ kind: 'config' }));
  }
});

it('keeps the trailing slash of tokenUrl', () => {
  const { tokens } = readOptions({ ...CREDENTIALS, tokenUrl: 'https://auth.test/token/' }, false);

  expect(tokens).toMatchObject({ tokenUrl: 'https://auth.test/token/' });
});

it.each(['https://:hush@host', 'https://user@host', 'https://host/?', 'https://host/#'])(
  'throws for the URL %s, and does not show its credentials',
  (baseUrl) => {
    for (const option of ['baseUrl', 'tokenUrl']) {
      const create = () => createClient({ ...CREDENTIALS, [option]: baseUrl });
      expect(create).toThrow(`\`${option}\` must be an http or https URL`);
      expect(create).not.toThrow('hush');
    }
  },
);

it('says of a URL object that a string is required', () => {
  const baseUrl = new URL('https://api.example.com') as never;

  expect(() => createClient({ ...CREDENTIALS, baseUrl })).toThrow('`baseUrl` must be a string.');
});

describe('createClient in a browser', () => {
  const GLOBALS = { window: {}, document: {} };

  it.each([
    { option: 'clientSecret', options: {} },
    { option: 'signing', options: { clientSecret: undefined, signing: SIGNING } },
  ])('rejects a secret: $option', ({ option, options }) => {
    vi.stubGlobal('window', GLOBALS.window);
    vi.stubGlobal('document', GLOBALS.document);

    const error = catchConfigError(options);

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(`\`${option}\` is a secret`);
    expect(error.message).toContain('`tokenProvider`');
    expect(String(error)).not.toContain('hush');
  });

  it.each(['false', 1, {}])(
    'rejects a secret where dangerouslyAllowBrowser is %j',
    (dangerouslyAllowBrowser) => {
      vi.stubGlobal('window', GLOBALS.window);
      vi.stubGlobal('document', GLOBALS.document);

      expect(catchConfigError({ dangerouslyAllowBrowser }).message).toMatch('`clientSecret` is a secret');
    },
  );

  it('accepts secrets with dangerouslyAllowBrowser, and a token provider without it', () => {
    vi.stubGlobal('window', GLOBALS.window);
    vi.stubGlobal('document', GLOBALS.document);

    expect(() => createClient({ ...CREDENTIALS, dangerouslyAllowBrowser: true })).not.toThrow();
    const tokenProvider = async () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 60 });
    expect(() => createClient({ baseUrl: CREDENTIALS.baseUrl, tokenProvider })).not.toThrow();
  });
});
