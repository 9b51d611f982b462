import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { TokenResponse } from '../../generated/models.js';
import { assembleClient, createClient } from '../client.js';
import type { TokenProviderOptions } from '../options.js';
import { startApi } from '../testing/api-server.js';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT_ID, SECRETS } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { testFetch } from '../testing/test-fetch.js';

const BASE_URL = 'http://api.test';

/** A provider of tokens that are numbered and live as long as told, in seconds. */
function provider(lifetime = 3600) {
  const asked: string[] = [];
  const tokenProvider = async (): Promise<TokenResponse> => {
    asked.push(`${SECRETS.token}-${asked.length + 1}`);
    return { access_token: asked.at(-1) ?? '', token_type: 'Bearer', expires_in: lifetime };
  };
  return { asked, tokenProvider };
}

function brokenClient(tokenProvider: () => unknown) {
  const { fetch, operationRequests } = testFetch();
  const options = { baseUrl: BASE_URL, fetch, tokenProvider } as TokenProviderOptions;
  return { client: createClient(options), operationRequests };
}

describe('a client with a token provider', () => {
  it('sends its token, and asks for one however many calls need it', async () => {
    const { asked, tokenProvider } = provider();
    const { fetch, tokenRequests, operationRequests } = testFetch();
    const client = createClient({ baseUrl: BASE_URL, fetch, tokenProvider });

    await Promise.all(Array.from({ length: 20 }, () => client.getPaymentDetails(PAYMENT_ID)));
    await client.getPaymentDetails(PAYMENT_ID);

    const sent = operationRequests.map(({ headers }) => headers.get('Authorization'));
    expect(new Set(sent)).toEqual(new Set([`Bearer ${SECRETS.token}-1`]));
    expect(asked).toHaveLength(1);
    expect(tokenRequests).toHaveLength(0);
  });

  it('asks for another one ahead of the end of the first', async () => {
    const platform = new FakePlatform();
    const { asked, tokenProvider } = provider(100);
    const client = assembleClient({ baseUrl: BASE_URL, fetch: testFetch().fetch, tokenProvider }, platform);

    await client.getPaymentDetails(PAYMENT_ID);
    await platform.advance(89_000);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(asked).toHaveLength(1);

    await platform.advance(2_000);
    await client.getPaymentDetails(PAYMENT_ID);
    expect(asked).toHaveLength(2);
  });

  it('replaces a token that was refused, once', async () => {
    const api = await startApi(({ headers }) =>
      headers.authorization?.endsWith('-2') ? { body: {} } : { status: 401 },
    );
    const { asked, tokenProvider } = provider();
    const client = createClient({ baseUrl: api.url, tokenProvider });

    await client.getPaymentDetails(PAYMENT_ID);
    expect(asked).toHaveLength(2);

    const refusing = await startApi(() => ({ status: 401 }));
    const refused = createClient({ baseUrl: refusing.url, tokenProvider });
    expect(await catchError(refused.getPaymentDetails(PAYMENT_ID))).toMatchObject({
      kind: 'auth',
      status: 401,
    });
    expect(refusing.operationRequests).toHaveLength(2);
  });

  it('gives the current token to those who ask, and prints it nowhere', async () => {
    const client = createClient({ baseUrl: BASE_URL, tokenProvider: provider().tokenProvider });

    const token = await client.getToken();

    expect(token.access_token).toBe(`${SECRETS.token}-1`);
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
    ['gives nothing', () => undefined],
    ['gives a text', () => Promise.resolve('token')],
    ['gives a token without its lifetime', async () => ({ access_token: 'a' })],
    ['gives a token that has expired', async () => ({ access_token: 'a', expires_in: 0 })],
    ['gives a token that cannot be sent', async () => ({ access_token: 'a\nb', expires_in: 60 })],
  ])('that %s fails with an auth error before anything is sent', async (_, tokenProvider) => {
    const { client, operationRequests } = brokenClient(tokenProvider);

    const error = await catchError(
      client.requestPayment({ amount: 1, currency: 'USD', source: { type: 'card' } }),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', safeToRetry: true });
    expect(error.message).toContain('`tokenProvider`');
    expect((error.cause as Error).message).toMatch(/no session|`access_token` and `expires_in`/);
    expect(operationRequests).toHaveLength(0);
  });

  it('that never answers fails at the deadline', async () => {
    const platform = new FakePlatform();
    const options = { baseUrl: BASE_URL, fetch: testFetch().fetch, deadline: 1000 };
    const client = assembleClient({ ...options, tokenProvider: () => new Promise(() => {}) }, platform);

    const failure = catchError(client.getPaymentDetails(PAYMENT_ID));
    await platform.advance(1000);

    expect(await failure).toMatchObject({ outcome: 'not_sent' });
    expect(platform.pending).toEqual([]);
  });

  it.each(['clientId', 'clientSecret', 'scope', 'tokenUrl', 'tokenFormat', 'store'])(
    'takes no %s, which would go unused',
    (option) => {
      const options = { baseUrl: BASE_URL, ...provider(), [option]: 'x' } as TokenProviderOptions;

      expect(() => createClient(options)).toThrow(
        expect.objectContaining({ kind: 'config', message: expect.stringContaining(`\`${option}\``) }),
      );
    },
  );

  it('has to be a function', () => {
    const options = { baseUrl: BASE_URL, tokenProvider: 'token' } as never;

    expect(() => createClient(options)).toThrow('`tokenProvider` must be a function');
  });
});
