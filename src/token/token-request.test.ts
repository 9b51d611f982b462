import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { type Reply, refusingUrl, startServer } from '../testing/server.js';
import { TOKEN_PATH } from '../testing/token-reply.js';

const ISSUED = { access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 };

/** The error of `getToken` where the token endpoint answers with the reply. */
async function failureFor(reply: Reply) {
  const server = await startServer(() => reply);
  return catchError(createClient({ ...CREDENTIALS, baseUrl: server.url, maxRetries: 0 }).getToken());
}

describe('the token request', () => {
  it('sends exactly the documented fields as JSON', async () => {
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

  it('sends the same fields as a form with tokenFormat form', async () => {
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

  it('goes to tokenUrl when that is given, and nowhere else', async () => {
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

  it('is not sent to where a redirect points', async () => {
    const elsewhere = await startServer(() => ({ body: ISSUED }));
    const error = await failureFor({ status: 307, headers: { Location: elsewhere.url } });

    expect(error).toMatchObject({ kind: 'auth', status: 307 });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('the answer of the token endpoint', () => {
  it.each([400, 401])('names the OAuth error code of a %i', async (status) => {
    const error = await failureFor({
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
    { name: 'nothing', reply: {} },
    { name: 'null', reply: { body: 'null' } },
    { name: 'no token', reply: { body: { ...ISSUED, access_token: undefined } } },
    { name: 'an empty token', reply: { body: { ...ISSUED, access_token: '' } } },
    { name: 'no lifetime', reply: { body: { ...ISSUED, expires_in: undefined } } },
    { name: 'a lifetime that is a text', reply: { body: { ...ISSUED, expires_in: '3600' } } },
    { name: 'a lifetime of nothing', reply: { body: { ...ISSUED, expires_in: 0 } } },
  ])('is an error of kind auth when a 200 holds $name', async ({ reply }) => {
    const error = await failureFor(reply);

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200, errorCodes: [] });
    expect(error.message).not.toContain('Welcome');
    expect(error.message).not.toContain(ISSUED.access_token);
  });

  it('is an error of kind auth when a 503 is HTML', async () => {
    expect(await failureFor({ status: 503, body: '<h1>Down</h1>' })).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
      status: 503,
      errorCodes: [],
    });
  });

  it('is not taken for a token when its status is an error', async () => {
    expect(await failureFor({ status: 500, body: ISSUED })).toMatchObject({ kind: 'auth', status: 500 });
  });

  it('fails the call that needs the token, before its request is sent', async () => {
    const server = await startServer(() => ({ status: 400, body: { error: 'invalid_client' } }));

    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: server.url }).voidPayment(PAYMENT_ID),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', operationId: 'voidPayment' });
    expect(server.requests.map(({ url }) => url)).toEqual([TOKEN_PATH]);
  });
});

describe('a token endpoint that gives no answer', () => {
  it('is an error of kind auth, caused by the refused connection', async () => {
    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: await refusingUrl(), maxRetries: 0 }).getToken(),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(isLddPayError(error.cause) && error.cause.kind).toBe('network');
  });

  it('is an error of kind auth, caused by the timeout', async () => {
    const server = await startServer(() => undefined);

    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: server.url, attemptTimeout: 50, maxRetries: 0 }).getToken(),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(isLddPayError(error.cause) && error.cause.kind).toBe('timeout');
  });

  it('is asked again by the next call', async () => {
    let requests = 0;
    const server = await startServer(() => {
      requests += 1;
      return requests === 1 ? { status: 503 } : { body: ISSUED };
    });
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, maxRetries: 0 });

    await catchError(client.getToken());

    expect((await client.getToken()).access_token).toBe('token-1');
  });
});
