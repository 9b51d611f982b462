import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { TokenResponse } from '../../generated/models.js';
import { assembleClient, createClient } from '../client.js';
import { LddPayError } from '../errors.js';
import type { LddPayEvent } from '../events.js';
import type { TokenProviderOptions } from '../options.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SECRETS, SIGNING } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { testFetch } from '../testing/test-fetch.js';
import { tokenValue } from '../testing/token-reply.js';

const BASE_URL = 'http://api.test';

/**
 * Creates a token provider of numbered tokens.
 *
 * @param lifetime In s.
 */
function createProvider(lifetime = 3600) {
  const issued: string[] = [];
  const tokenProvider = async (): Promise<TokenResponse> => {
    issued.push(tokenValue(issued.length + 1));
    return { access_token: issued.at(-1) ?? '', token_type: 'Bearer', expires_in: lifetime };
  };
  return { issued, tokenProvider };
}

/** Creates a client with a token provider, which may be wrong. */
function setUp(tokenProvider: () => unknown) {
  const { fetch, operationRequests } = testFetch();
  const options = { baseUrl: BASE_URL, fetch, tokenProvider } as TokenProviderOptions;
  return { client: createClient(options), operationRequests };
}

describe('a token provider that calls the client itself', () => {
  it('is called once, and gets the token that it returns', async () => {
    const { issued, tokenProvider } = createProvider();
    const inner: Promise<unknown>[] = [];
    const { client } = setUp(() => {
      if (issued.length < 5) inner.push(client.getPaymentDetails(PAYMENT_ID));
      return tokenProvider();
    });

    await client.getPaymentDetails(PAYMENT_ID);
    await Promise.all(inner);

    expect(issued).toHaveLength(1);
  });

  it('waits for itself until the deadline when it needs the response', async () => {
    let calls = 0;
    const { client } = setUp(() => {
      calls += 1;
      return calls < 5 && client.getToken({ deadline: 50 });
    });

    expect(await catchError(client.getPaymentDetails(PAYMENT_ID, { deadline: 50 }))).toMatchObject({
      kind: 'timeout',
      outcome: 'not_sent',
      message: expect.stringContaining('`deadline`'),
    });
    expect(calls).toBe(1);
  });
});

describe('a client with a token provider', () => {
  it('obtains one token for all calls, and sends it with each of them', async () => {
    const { issued, tokenProvider } = createProvider();
    const { fetch, tokenRequests, operationRequests } = testFetch();
    const client = createClient({ baseUrl: BASE_URL, fetch, tokenProvider });

    await Promise.all(Array.from({ length: 20 }, () => client.getPaymentDetails(PAYMENT_ID)));
    await client.getPaymentDetails(PAYMENT_ID);

    const sent = operationRequests.map(({ headers }) => headers.get('Authorization'));
    expect(new Set(sent)).toEqual(new Set([`Bearer ${tokenValue(1)}`]));
    expect(issued).toHaveLength(1);
    expect(tokenRequests).toHaveLength(0);
  });

  it('obtains a new token before the first one expires', async () => {
    const platform = new FakePlatform();
    const { issued, tokenProvider } = createProvider(100);
    const client = assembleClient({ baseUrl: BASE_URL, fetch: testFetch().fetch, tokenProvider }, platform);

    await client.getPaymentDetails(PAYMENT_ID);
    await platform.advance(89_000);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(issued).toHaveLength(1);

    await platform.advance(2_000);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(issued).toHaveLength(2);
  });

  it('replaces a refused token once', async () => {
    const api = await startApi(({ headers }) =>
      headers.authorization?.endsWith('-2') ? { body: {} } : { status: 401 },
    );
    const { issued, tokenProvider } = createProvider();
    const client = createClient({ baseUrl: api.url, tokenProvider });

    await client.getPaymentDetails(PAYMENT_ID);
    expect(issued).toHaveLength(2);

    const unauthorizedApi = await startApi(() => ({ status: 401 }));
    const otherClient = createClient({ baseUrl: unauthorizedApi.url, tokenProvider });
    expect(await catchError(otherClient.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind: 'auth',
      status: 401,
    });
    expect(unauthorizedApi.operationRequests).toHaveLength(2);
  });

  it('returns the current token by getToken, and no printed form shows it', async () => {
    const client = createClient({ baseUrl: BASE_URL, tokenProvider: createProvider().tokenProvider });

    const token = await client.getToken();

    expect(token.access_token).toBe(tokenValue(1));
    expect(inspect(token) + JSON.stringify(token)).not.toContain(SECRETS.token);
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no session');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no session'))],
    [
      'returns a token that cannot be read',
      async () => ({
        get access_token() {
          throw new Error('no session');
        },
      }),
    ],
  ])(
    'rejects calls with kind auth, before anything is sent, when the provider %s',
    async (_, tokenProvider) => {
      const { client, operationRequests } = setUp(tokenProvider);

      const error = await catchError(
        client.requestPayment({ amount: 1, currency: 'USD', source: { type: 'card' } }),
      );

      expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', safeToRetry: true });
      expect(error.message).toContain('`tokenProvider`');
      expect((error.cause as Error).message).toBe('no session');
      expect(operationRequests).toHaveLength(0);
    },
  );

  it.each<[string, (secret: string) => unknown]>([
    ['in its message', (secret) => new Error(`no session for ${secret}`)],
    ['in its name', (secret) => Object.assign(new Error('no session'), { name: secret })],
    ['in its code', (secret) => Object.assign(new Error('no session'), { code: secret })],
    ['in a property', (secret) => Object.assign(new Error('no session'), { config: { headers: [secret] } })],
    ['in its cause', (secret) => new Error('no session', { cause: new Error(secret) })],
    [
      'in a cause of its cause',
      (secret) => new Error('a', { cause: new Error('b', { cause: new Error(secret) }) }),
    ],
    ['in one of its errors', (secret) => new AggregateError([new Error(secret)], 'no session')],
    ['and is not an Error', (secret) => ({ message: secret })],
    ['and is a string', (secret) => secret],
  ])('shows no secret that the error of the provider has %s', async (_, makeError) => {
    for (const secret of [SIGNING.secret, PAYMENT.source.number, tokenValue(1)]) {
      let provided = 0;
      const tokenProvider = async () => {
        provided += 1;
        // The first token is refused: whoever replaces it may name it.
        if (provided === 1) return { access_token: tokenValue(1) };
        throw makeError(secret);
      };
      const { fetch } = testFetch(() => Response.json({}, { status: 401 }));
      const events: LddPayEvent[] = [];
      const onEvent = (event: LddPayEvent) => void events.push(event);
      const options = { baseUrl: BASE_URL, fetch, tokenProvider, signing: SIGNING, maxRetries: 0, onEvent };

      const error = await catchError(createClient(options).requestPayment(PAYMENT));

      expect(error.kind).toBe('auth');
      expect(provided).toBe(2);
      const shown = [inspect([error, events], { depth: null, showHidden: true }), error.stack, String(error)];
      expect([...shown, JSON.stringify([error, events])].join('\n')).not.toContain(secret);
    }
  });

  it('shows no token that is about to end and that the error of the provider names', async () => {
    const platform = new FakePlatform();
    let provided = 0;
    const tokenProvider = async () => {
      provided += 1;
      if (provided > 1) throw new Error(`${tokenValue(1)} cannot be renewed`);
      return { access_token: tokenValue(1), expires_in: 60 };
    };
    const client = assembleClient({ baseUrl: BASE_URL, fetch: testFetch().fetch, tokenProvider }, platform);
    await client.getToken();
    await platform.advance(59_500);

    const error = await catchError(client.getToken());

    expect(error.cause).toMatchObject({ message: '[redacted]' });
    expect(inspect(error)).not.toContain(tokenValue(1));
  });

  it('passes on how long to wait when the provider fails with an error that knows it', async () => {
    const limited = { kind: 'api', outcome: 'rejected', transient: true, retryAfterMs: 120_000 } as const;
    const { client } = setUp(() => Promise.reject(new LddPayError('Too many requests.', limited)));

    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind: 'auth',
      transient: true,
      retryAfterMs: 120_000,
    });
  });

  it('rejects calls with kind auth when the error of the provider is its own cause', async () => {
    const cyclic = new Error('no session');
    const { client } = setUp(() => Promise.reject(Object.assign(cyclic, { cause: cyclic })));

    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind: 'auth',
      cause: { message: 'no session' },
    });
  });

  it.each<[string, unknown, field: string]>([
    ['undefined', undefined, 'access_token'],
    ['a string', 'token', 'access_token'],
    ['a token that cannot be sent in a header', { access_token: 'a\nb', expires_in: 60 }, 'access_token'],
    ['a token of 64 KB', { access_token: 'a'.repeat(65_536), expires_in: 60 }, 'access_token'],
    ['a token that has expired', { access_token: 'a', expires_in: 0 }, 'expires_in'],
    ['a token with a useless lifetime', { access_token: 'a', expires_in: 'soon' }, 'expires_in'],
    ['a token of another type', { access_token: 'a', token_type: 'mac', expires_in: 60 }, 'token_type'],
  ])(
    'rejects calls with an error that names the field when the provider returns %s',
    async (_, issued, field) => {
      const { client, operationRequests } = setUp(async () => issued);

      const error = await catchError(client.getPaymentDetails(PAYMENT_ID));

      expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', safeToRetry: true });
      expect(error.message).toContain(`\`tokenProvider\` returned no usable \`${field}\`.`);
      expect(operationRequests).toHaveLength(0);
    },
  );

  it.each<[unknown, boolean]>([
    [0, true],
    [-1, true],
    ['0', true],
    ['soon', false],
    [Number.NaN, false],
  ])(
    'says of a token with a lifetime of %j whether another one may be better: %j',
    async (lifetime, transient) => {
      const { client } = setUp(async () => ({ access_token: 'a', expires_in: lifetime }));

      expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({
        kind: 'auth',
        transient,
      });
    },
  );

  it('takes the token of a backend in its last second', async () => {
    const platform = new FakePlatform();
    const { fetch, tokenRequests } = testFetch();
    const backend = assembleClient({ ...CREDENTIALS, fetch }, platform);
    const page = assembleClient({ baseUrl: BASE_URL, fetch, tokenProvider: backend.getToken }, platform);
    await backend.getToken();

    await platform.advance(3_599_300);
    await page.getPaymentDetails(PAYMENT_ID);

    expect(tokenRequests).toHaveLength(2);
  });

  it('uses a token without a lifetime for 5 minutes', async () => {
    const platform = new FakePlatform();
    let provided = 0;
    const tokenProvider = async () => ({ access_token: tokenValue(++provided) });
    const client = assembleClient({ baseUrl: BASE_URL, fetch: testFetch().fetch, tokenProvider }, platform);

    expect((await client.getToken()).expires_in).toBe(300);
    await platform.advance(300_000 - 30_001);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(provided).toBe(1);

    await platform.advance(30_001);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(provided).toBe(2);
  });

  it('takes the lifetime as a string of digits', async () => {
    const tokenProvider = async () => ({ access_token: 'a', expires_in: '3600' as unknown as number });
    const client = createClient({ baseUrl: BASE_URL, fetch: testFetch().fetch, tokenProvider });

    expect((await client.getToken()).expires_in).toBeGreaterThan(3590);
  });

  it('rejects calls at their deadline when the provider never settles', async () => {
    const platform = new FakePlatform();
    const options = { baseUrl: BASE_URL, fetch: testFetch().fetch, deadline: 1000 };
    const client = assembleClient({ ...options, tokenProvider: () => new Promise(() => {}) }, platform);

    const failure = catchError(client.getPaymentDetails(PAYMENT_ID));
    await platform.advance(1000);

    expect(await failure).toMatchObject({ outcome: 'not_sent' });
    expect(platform.pending).toEqual([]);
  });

  it.each(['clientId', 'clientSecret', 'scope', 'tokenUrl', 'tokenFormat', 'tokenAuth', 'store'])(
    'cannot have the option %s, which would have no effect',
    (option) => {
      const { tokenProvider } = createProvider();
      const options = { baseUrl: BASE_URL, tokenProvider, [option]: 'x' } as TokenProviderOptions;

      expect(() => createClient(options)).toThrow(
        expect.objectContaining({ kind: 'config', message: expect.stringContaining(`\`${option}\``) }),
      );
    },
  );

  it('must have a function as tokenProvider', () => {
    const options = { baseUrl: BASE_URL, tokenProvider: 'token' } as never;

    expect(() => createClient(options)).toThrow('`tokenProvider` must be a function');
  });
});
