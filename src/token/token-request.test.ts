import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { named } from '../testing/behavior.js';
import { write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { eager, FakePlatform } from '../testing/platform.js';
import { type Reply, refusingUrl, startServer } from '../testing/server.js';
import { createTestClient } from '../testing/test-client.js';
import { TOKEN_PATH, tokenReply } from '../testing/token-reply.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

const ISSUED = tokenReply().body;

/** Returns the error of `getToken` when the token endpoint sends this reply. */
async function catchTokenError(reply: Reply) {
  const server = await startServer(() => reply);
  return catchError(createClient({ ...CREDENTIALS, baseUrl: server.url, maxRetries: 0 }).getToken());
}

describe('a token request', () => {
  it('contains exactly the documented fields as JSON', async () => {
    const server = await startServer(() => ({ body: ISSUED }));

    await createClient({ ...CREDENTIALS, baseUrl: server.url }).getToken();

    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: TOKEN_PATH });
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(server.requests[0]?.headers['authorization']).toBeUndefined();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      client_id: CREDENTIALS.clientId,
      client_secret: CREDENTIALS.clientSecret,
      scope: CREDENTIALS.scope,
    });
  });

  it('contains the same fields as a form with tokenFormat form', async () => {
    const server = await startServer(() => ({ body: ISSUED }));
    const clientSecret = 'a&b=c d+é';

    await createClient({
      ...CREDENTIALS,
      clientSecret,
      baseUrl: server.url,
      tokenFormat: 'form',
    }).getToken();

    expect(server.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: CREDENTIALS.clientId,
      client_secret: clientSecret,
      scope: CREDENTIALS.scope,
    });
  });

  it('is sent to tokenUrl when that is set, and the other requests to baseUrl', async () => {
    const identity = await startServer(() => ({ body: ISSUED }));
    const api = await startServer(() => ({ body: {} }));
    const client = createClient({
      ...CREDENTIALS,
      baseUrl: api.url,
      tokenUrl: `${identity.url}/oauth2/token`,
    });

    await client.getPaymentDetails(PAYMENT_ID);

    expect(identity.requests.map(({ url }) => url)).toEqual(['/oauth2/token']);
    expect(api.requests.map(({ url }) => url)).toEqual([`/payments/${PAYMENT_ID}`]);
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await startServer(() => ({ body: ISSUED }));
    const error = await catchTokenError({ status: 307, headers: { Location: elsewhere.url } });

    expect(error).toMatchObject({ kind: 'auth', status: 307 });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('the response of the token endpoint', () => {
  it.each([400, 401])('causes an error that names the OAuth error code of a %i', async (status) => {
    const error = await catchTokenError({
      status,
      headers: { 'Cko-Request-Id': 'request-1' },
      body: { error: 'invalid_client', error_description: 'no such client' },
    });

    expect(error).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
      status,
      errorCodes: ['invalid_client'],
      requestId: 'request-1',
    });
    expect(error.message).toContain('invalid_client');
  });

  it.each<{ name: string; reply: Reply }>([
    { name: 'HTML', reply: { headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome</h1>' } },
    { name: 'no body', reply: {} },
    { name: 'JSON null', reply: { body: 'null' } },
    { name: 'no token', reply: { body: { ...ISSUED, access_token: undefined } } },
    { name: 'an empty token', reply: { body: { ...ISSUED, access_token: '' } } },
    { name: 'no lifetime', reply: { body: { ...ISSUED, expires_in: undefined } } },
    { name: 'a string as lifetime', reply: { body: { ...ISSUED, expires_in: '3600' } } },
    { name: 'a lifetime of 0', reply: { body: { ...ISSUED, expires_in: 0 } } },
  ])('causes an error of kind auth when it is a 200 with $name', async ({ reply }) => {
    const error = await catchTokenError(reply);

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200, errorCodes: [] });
    expect(error.message).not.toContain('Welcome');
    expect(error.message).not.toContain(ISSUED.access_token);
  });

  it('causes an error of kind auth when it is a 503 with HTML', async () => {
    expect(await catchTokenError({ status: 503, body: '<h1>Down</h1>' })).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
      status: 503,
      errorCodes: [],
    });
  });

  it('is not used as a token when it is a 500', async () => {
    expect(await catchTokenError({ status: 500, body: ISSUED })).toMatchObject({ kind: 'auth', status: 500 });
  });

  it('rejects the call that needs the token, before the request of the call is sent, when it is a 400', async () => {
    const server = await startServer(() => ({ status: 400, body: { error: 'invalid_client' } }));

    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: server.url }).voidPayment(PAYMENT_ID),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', operationId: 'voidPayment' });
    expect(server.requests.map(({ url }) => url)).toEqual([TOKEN_PATH]);
  });
});

describe('a token endpoint that does not respond', () => {
  it('causes an error of kind auth, whose cause is the refused connection', async () => {
    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: await refusingUrl(), maxRetries: 0 }).getToken(),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(isLddPayError(error.cause) && error.cause.kind).toBe('network');
  });

  it('causes an error of kind auth, whose cause is the timeout', async () => {
    const server = await startServer(() => undefined);

    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: server.url, attemptTimeout: 50, maxRetries: 0 }).getToken(),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(isLddPayError(error.cause) && error.cause.kind).toBe('timeout');
  });

  it('gets a new token request from the next call', async () => {
    let requests = 0;
    const server = await startServer(() => {
      requests += 1;
      return requests === 1 ? { status: 503 } : { body: ISSUED };
    });
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, maxRetries: 0 });

    await catchError(client.getToken());

    expect((await client.getToken()).access_token).toBe(ISSUED.access_token);
  });
});

describe('an unreliable token endpoint', () => {
  it.each(named([503, 'reset-before', 'silent']))(
    'gets a retry within the call after %s',
    async (_, behavior) => {
      const server = await startUnreliableServer([], { tokens: [behavior] });
      const platform = new FakePlatform();
      const client = createTestClient(server, platform);

      expect(await platform.drive(write(client), server)).toMatchObject({ id: PAYMENT_ID });
      expect(server.tokenRequests).toHaveLength(2);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('gets new token requests from the next call after all retries failed', async () => {
    let isDown = true;
    const server = await startUnreliableServer([], { tokens: () => (isDown ? 503 : 'succeed') });
    const platform = new FakePlatform();
    const client = createTestClient(server, platform);

    expect(await catchError(platform.drive(write(client)))).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
    });
    isDown = false;
    expect(await platform.drive(write(client))).toMatchObject({ id: PAYMENT_ID });
    expect(platform.pending).toEqual([]);
  });

  it('is not followed when it redirects to another origin, and the call is not sent', async () => {
    const elsewhere = await startServer(() => ({ body: {} }));
    const headers = { Location: `${elsewhere.url}/connect/token` };
    const server = await startUnreliableServer([], { tokens: () => ({ status: 307, headers }) });

    expect(await catchError(write(createTestClient(server, eager)))).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
    });
    expect(elsewhere.requests).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});
