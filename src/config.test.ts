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

/** The error that a client is refused with. Takes what only untyped callers can give. */
function refusalOf(options: Readonly<Record<string, unknown>>): LddPayError {
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
    { option: 'baseUrl', value: '/api', as: 'relative' },
    { option: 'baseUrl', value: 'api.example.com', as: 'without a scheme' },
    { option: 'baseUrl', value: 'ftp://api.example.com', as: 'another scheme' },
    { option: 'baseUrl', value: 'https://me:hush@api.example.com', as: 'with credentials' },
    { option: 'baseUrl', value: 'https://api.example.com?a=hush', as: 'with a query' },
    { option: 'baseUrl', value: 'https://api.example.com#hush', as: 'with a fragment' },
    { option: 'tokenUrl', value: '', as: 'empty' },
    { option: 'tokenUrl', value: '/token', as: 'relative' },
    { option: 'tokenUrl', value: 'https://me:hush@id.example.com/token', as: 'with credentials' },
    { option: 'clientId', value: undefined, as: 'missing' },
    { option: 'clientId', value: '', as: 'empty' },
    { option: 'clientSecret', value: undefined, as: 'missing' },
    { option: 'clientSecret', value: '', as: 'empty' },
    { option: 'clientSecret', value: ['hush'], as: 'a list' },
    { option: 'scope', value: undefined, as: 'missing' },
    { option: 'scope', value: '', as: 'empty' },
    { option: 'tokenFormat', value: 'xml', as: 'unknown' },
    { option: 'attemptTimeout', value: 0, as: 'zero' },
    { option: 'attemptTimeout', value: -1, as: 'negative' },
    { option: 'attemptTimeout', value: Number.NaN, as: 'no number' },
    { option: 'attemptTimeout', value: Number.POSITIVE_INFINITY, as: 'infinite' },
    { option: 'attemptTimeout', value: 2 ** 31, as: 'more than a timer can hold' },
    { option: 'attemptTimeout', value: '30000', as: 'a text' },
    { option: 'deadline', value: 0, as: 'zero' },
    { option: 'deadline', value: -1, as: 'negative' },
    { option: 'deadline', value: Number.NaN, as: 'no number' },
    { option: 'deadline', value: 2 ** 31, as: 'more than a timer can hold' },
    { option: 'deadline', value: '90000', as: 'a text' },
    { option: 'maxRetries', value: -1, as: 'negative' },
    { option: 'maxRetries', value: 1.5, as: 'a fraction' },
    { option: 'maxRetries', value: Number.NaN, as: 'no number' },
    { option: 'maxRetries', value: Number.POSITIVE_INFINITY, as: 'infinite' },
    { option: 'maxRetries', value: '2', as: 'a text' },
    { option: 'fetch', value: 42, as: 'no function' },
    { option: 'fetch', value: null, as: 'null' },
    { option: 'onEvent', value: { emit: 'hush' }, as: 'no function' },
    { option: 'store', value: {}, as: 'no store' },
    { option: 'store', value: 'hush', as: 'a text' },
    { option: 'store', value: { getItem: () => null, removeItem: () => {} }, as: 'unable to write' },
  ])('refuses $option that is $as, by name', ({ option, value }) => {
    const error = refusalOf({ [option]: value });

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${option}\``);
    expect(error.message).not.toContain('hush');
  });

  it.each<{ option: string; signing: unknown }>([
    { option: 'signing.siteIdentifier', signing: { secret: 'hush' } },
    { option: 'signing.siteIdentifier', signing: { siteIdentifier: '', secret: 'hush' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1', secret: '' } },
    { option: 'signing.secret', signing: { siteIdentifier: 'S1', secret: ['hush'] } },
    { option: 'signing.version', signing: { siteIdentifier: 'S1', secret: 'hush', version: 3 } },
    { option: 'signing.version', signing: { siteIdentifier: 'S1', secret: 'hush', version: '' } },
  ])('refuses a $option that is missing or malformed, by name: $signing', ({ option, signing }) => {
    const error = refusalOf({ signing });

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${option}\``);
    expect(error.message).not.toContain('hush');
  });

  it.each(['https://api.example.com/v2', 'https://api.example.com/v2/', 'https://api.example.com/v2//'])(
    'appends paths to the path prefix of %s',
    async (baseUrl) => {
      const { fetch, operationRequests, tokenRequests } = testFetch();

      await createClient({ ...CREDENTIALS, baseUrl, fetch }).getPaymentDetails(PAYMENT_ID);

      expect(operationRequests[0]?.url).toBe(`https://api.example.com/v2/payments/${PAYMENT_ID}`);
      expect(tokenRequests[0]?.url).toBe('https://api.example.com/v2/connect/token');
    },
  );

  it('fills in the documented defaults', () => {
    expect(readOptions({ ...CREDENTIALS, signing: SIGNING }, false)).toMatchObject({
      baseUrl: 'http://api.test',
      tokens: { tokenUrl: 'http://api.test/connect/token', tokenFormat: 'json', store: undefined },
      signing: { ...SIGNING, version: '3.0' },
      limits: { attemptTimeout: 30_000, deadline: 90_000, maxRetries: 2 },
    });
    for (const option of ['signing', 'onEvent'] as const) {
      expect(readOptions(CREDENTIALS, false)[option]).toBeUndefined();
    }
  });

  it('keeps what is given instead of the defaults', () => {
    const tokens = {
      tokenUrl: 'https://id.example.com/token',
      tokenFormat: 'form',
      store: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    } as const;
    const given = { signing: { ...SIGNING, version: '2.0' }, onEvent: () => {} } as const;
    const { fetch } = testFetch();
    const limits = { attemptTimeout: 2 ** 31 - 1, deadline: 1, maxRetries: 0 };

    const read = readOptions({ ...CREDENTIALS, ...tokens, ...given, ...limits, fetch }, false);

    expect(read).toMatchObject({ ...given, tokens, limits });
    expect(read.fetch).toBe(fetch);
  });

  it('uses the global fetch of the moment when none is given', async () => {
    const client = createClient(CREDENTIALS);
    const { fetch, operationRequests } = testFetch();
    vi.stubGlobal('fetch', fetch);

    await client.getPaymentDetails(PAYMENT_ID);

    expect(operationRequests).toHaveLength(1);
  });

  it('does not change when the options object is changed later', async () => {
    const { fetch, operationRequests } = testFetch();
    const options = { ...CREDENTIALS, fetch, baseUrl: 'http://first.test' };
    const client = createClient(options);
    options.baseUrl = 'http://second.test';

    await client.getPaymentDetails(PAYMENT_ID);

    expect(operationRequests[0]?.url).toMatch(/^http:\/\/first\.test\//);
  });
});

it('refuses options that are no options with a config error', () => {
  for (const wrong of [undefined, null, 'https://api.test']) {
    expect(() => createClient(wrong as never)).toThrow(expect.objectContaining({ kind: 'config' }));
  }
});

it('keeps the trailing slash of a token URL', () => {
  const { tokens } = readOptions({ ...CREDENTIALS, tokenUrl: 'https://auth.test/token/' }, false);

  expect(tokens).toMatchObject({ tokenUrl: 'https://auth.test/token/' });
});

describe('in a browser', () => {
  const PAGE = { window: {}, document: {} };

  it.each([
    { option: 'clientSecret', options: {} },
    { option: 'signing', options: { clientSecret: undefined, signing: SIGNING } },
  ])('refuses to hold a secret: $option', ({ option, options }) => {
    vi.stubGlobal('window', PAGE.window);
    vi.stubGlobal('document', PAGE.document);

    const error = refusalOf(options);

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toMatch(`\`${option}\` is a secret`);
    expect(error.message).toContain('`tokenProvider`');
    expect(String(error)).not.toContain('hush');
  });

  it('holds secrets when it is told to, and none with a token provider', () => {
    vi.stubGlobal('window', PAGE.window);
    vi.stubGlobal('document', PAGE.document);

    expect(() => createClient({ ...CREDENTIALS, dangerouslyAllowBrowser: true })).not.toThrow();
    const tokenProvider = async () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 60 });
    expect(() => createClient({ baseUrl: CREDENTIALS.baseUrl, tokenProvider })).not.toThrow();
  });
});
