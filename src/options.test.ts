import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './client.js';
import { isLddPayError, type LddPayError } from './errors.js';
import { type ClientOptions, optionsFromEnv, readOptions } from './options.js';
import { CREDENTIALS, failureOf, PAYMENT_ID, SIGNING, testFetch, tokenReply } from './testing/client.js';

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
    expect(readOptions({ ...CREDENTIALS, signing: SIGNING })).toMatchObject({
      baseUrl: 'http://api.test',
      tokenUrl: 'http://api.test/connect/token',
      tokenFormat: 'json',
      signing: { ...SIGNING, version: '3.0' },
      attemptTimeout: 30_000,
    });
    expect(readOptions(CREDENTIALS).signing).toBeUndefined();
  });

  it('keeps what is given instead of the defaults', () => {
    const given = {
      tokenUrl: 'https://id.example.com/token',
      tokenFormat: 'form',
      signing: { ...SIGNING, version: '2.0' },
      attemptTimeout: 2 ** 31 - 1,
      fetch: testFetch().fetch,
    } as const;

    expect(readOptions({ ...CREDENTIALS, ...given })).toMatchObject(given);
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

describe('the attemptTimeout of a call', () => {
  it.each([0, -1, Number.NaN, 2 ** 31])(
    'is refused by name when it is %d, before anything is sent',
    async (attemptTimeout) => {
      const { fetch, operationRequests, tokenRequests } = testFetch();
      const client = createClient({ ...CREDENTIALS, fetch });

      const error = await failureOf(client.voidPayment(PAYMENT_ID, {}, { attemptTimeout }));

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'voidPayment' });
      expect(error.message).toContain('`attemptTimeout`');
      expect([...tokenRequests, ...operationRequests]).toEqual([]);
    },
  );
});

describe('optionsFromEnv', () => {
  const ENV = {
    LDDPAY_BASE_URL: 'https://api.example.com',
    LDDPAY_CLIENT_ID: 'client-1',
    LDDPAY_CLIENT_SECRET: 'hush-client',
    LDDPAY_SCOPE: 'payments',
  };
  const SIGNING_ENV = { LDDPAY_SITE_IDENTIFIER: 'S1', LDDPAY_SIGNING_SECRET: 'hush-signing' };

  function missingFrom(env: Readonly<Record<string, string | undefined>>): LddPayError {
    try {
      optionsFromEnv(env);
    } catch (error) {
      if (isLddPayError(error)) return error;
      throw error;
    }
    throw new Error('The environment was accepted.');
  }

  it('reads the four required variables', () => {
    expect(optionsFromEnv(ENV)).toEqual({
      baseUrl: 'https://api.example.com',
      clientId: 'client-1',
      clientSecret: 'hush-client',
      scope: 'payments',
    });
  });

  it('reads the optional variables', () => {
    expect(
      optionsFromEnv({ ...ENV, ...SIGNING_ENV, LDDPAY_TOKEN_URL: 'https://id.example.com/token' }),
    ).toMatchObject({
      tokenUrl: 'https://id.example.com/token',
      signing: { siteIdentifier: 'S1', secret: 'hush-signing' },
    });
  });

  it('takes an empty optional variable for one that is not set', () => {
    const options = optionsFromEnv({
      ...ENV,
      LDDPAY_TOKEN_URL: '',
      LDDPAY_SITE_IDENTIFIER: '',
      LDDPAY_SIGNING_SECRET: '',
    });

    expect(options.tokenUrl).toBeUndefined();
    expect(options.signing).toBeUndefined();
  });

  it.each(Object.keys(ENV))('names %s when it is missing or empty', (name) => {
    for (const value of [undefined, '']) {
      const error = missingFrom({ ...ENV, ...SIGNING_ENV, [name]: value });
      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
      expect(error.message).toContain(name);
      expect(error.message).not.toContain('hush');
    }
  });

  it.each(Object.keys(SIGNING_ENV))('names %s when only the other signing variable is set', (name) => {
    const error = missingFrom({ ...ENV, ...SIGNING_ENV, [name]: undefined });

    expect(error.kind).toBe('config');
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('hush');
  });

  it('gives options that a client can be made from', async () => {
    const { fetch, tokenRequests } = testFetch();

    const token = await createClient({ ...optionsFromEnv(ENV), fetch }).getToken();

    expect(token).toMatchObject({ access_token: (tokenReply().body as typeof token).access_token });
    expect(tokenRequests[0]?.url).toBe('https://api.example.com/connect/token');
  });
});

it('refuses options that are no options with a config error', () => {
  for (const wrong of [undefined, null, 'https://api.test']) {
    expect(() => createClient(wrong as never)).toThrow(expect.objectContaining({ kind: 'config' }));
    expect(() => optionsFromEnv(wrong as never)).toThrow(expect.objectContaining({ kind: 'config' }));
  }
  expect(() => createClient({ ...CREDENTIALS, fetch: 42 as never })).toThrow('`fetch` must be a function');
});

it('keeps the trailing slash of a token URL', () => {
  expect(readOptions({ ...CREDENTIALS, tokenUrl: 'https://auth.test/token/' }).tokenUrl).toBe(
    'https://auth.test/token/',
  );
});
