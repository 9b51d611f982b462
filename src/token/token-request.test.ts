import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { assembleClient, createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import type { LddPayEvent } from '../events.js';
import { named } from '../testing/behavior.js';
import { write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { eager, FakePlatform, until } from '../testing/platform.js';
import { deferred } from '../testing/promises.js';
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

/** Starts an API that issues no token before the test says so. */
async function startHoldingTokens() {
  const issued = deferred<void>();
  const server = await startUnreliableServer([], {
    tokens: async () => {
      await issued.promise;
      return 'succeed' as const;
    },
  });
  return { server, issued };
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

  it.each([
    { tokenFormat: 'json', contentType: 'application/json' },
    { tokenFormat: 'form', contentType: 'application/x-www-form-urlencoded' },
  ] as const)(
    'carries the credentials by HTTP Basic with tokenAuth basic, and a $tokenFormat body without them',
    async ({ tokenFormat, contentType }) => {
      const server = await startServer(() => ({ body: ISSUED }));
      const clientId = 'client:1 é';
      const clientSecret = "a&b=c:d+é €'*~%";
      const options = { ...CREDENTIALS, baseUrl: server.url, clientId, clientSecret, tokenFormat };

      await createClient({ ...options, tokenAuth: 'basic' }).getToken();

      const [request] = server.requests;
      expect(request?.headers['content-type']).toBe(contentType);
      const [scheme, credential = ''] = request?.headers.authorization?.split(' ') ?? [];
      expect(scheme).toBe('Basic');
      // As a server decodes it: Base64, the first colon, and each part as a form (RFC 6749, section 2.3.1).
      const parts = Buffer.from(credential, 'base64').toString('ascii').split(':');
      expect(parts.map((part) => new URLSearchParams(`part=${part}`).get('part'))).toEqual([
        clientId,
        clientSecret,
      ]);
      const body = request?.body ?? '';
      expect(
        tokenFormat === 'form' ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body),
      ).toEqual({
        grant_type: 'client_credentials',
        scope: CREDENTIALS.scope,
      });
    },
  );

  it('carries the headers of the client, of which none replaces one that the client needs', async () => {
    const server = await startServer(() => ({ body: ISSUED }));
    const headers = { 'X-Gateway-Key': 'gateway-1', 'Content-Type': 'text/plain' };
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, headers, tokenAuth: 'basic' });

    await client.getToken();

    expect(server.requests[0]?.headers).toMatchObject({
      'x-gateway-key': 'gateway-1',
      'content-type': 'application/json',
      authorization: expect.stringMatching(/^Basic /),
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
    expect(error.message).toContain(`The token endpoint responded with ${status}: invalid_client.`);
  });

  it.each<{ name: string; reply: Reply; transient?: boolean }>([
    { name: 'no token', reply: { body: { ...ISSUED, access_token: undefined } } },
    { name: 'an empty token', reply: { body: { ...ISSUED, access_token: '' } } },
    { name: 'a useless lifetime', reply: { body: { ...ISSUED, expires_in: 'soon' } } },
    { name: 'a lifetime of 0', reply: { body: { ...ISSUED, expires_in: 0 } }, transient: true },
  ])('causes an error of kind auth when it is a 200 with $name', async ({ reply, transient = false }) => {
    const error = await catchTokenError(reply);

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200, errorCodes: [] });
    expect(error.transient).toBe(transient);
    expect(error.message).toContain('The token endpoint returned no usable `');
    expect(error.message).not.toContain(ISSUED.access_token);
  });

  it.each<{ name: string; reply: Reply; found?: string }>([
    { name: 'HTML', reply: { headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome</h1>' } },
    { name: 'half of the JSON', reply: { body: '{"access_token":"eyJhbG' } },
    { name: 'no body', reply: {} },
    { name: 'no body and the status 204', reply: { status: 204 }, found: '204 and no JSON body' },
    { name: 'JSON null', reply: { body: 'null' } },
  ])(
    'causes a passing error where it is a success with $name',
    async ({ reply, found = '200 and no JSON body' }) => {
      const error = await catchTokenError({
        ...reply,
        headers: { ...reply.headers, 'Cko-Request-Id': 'r-1' },
      });

      expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', transient: true, requestId: 'r-1' });
      expect(error.message).toContain(`The token endpoint responded with ${found}.`);
      expect(error.message).not.toMatch(/Welcome|eyJhbG/);
    },
  );

  it('causes an error that stays where it is longer than allowed', async () => {
    const server = await startServer(() => ({ body: ISSUED }));
    const options = { ...CREDENTIALS, baseUrl: server.url, maxResponseBytes: 10 };

    const error = await catchError(createClient(options).getToken());

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200, transient: false });
    expect(error.message).toContain('responded with 200 and a body that exceeds `maxResponseBytes`.');
  });

  it('is read as JSON, whatever its Content-Type says', async () => {
    const reply = { headers: { 'Content-Type': 'text/html' }, body: JSON.stringify(ISSUED) };
    const server = await startServer(() => reply);

    const token = await createClient({ ...CREDENTIALS, baseUrl: server.url }).getToken();

    expect(token.access_token).toBe(ISSUED.access_token);
  });

  it.each([
    { field: 'access_token', value: undefined },
    { field: 'access_token', value: 'a'.repeat(65_536) },
    { field: 'expires_in', value: 'soon' },
    { field: 'expires_in', value: -1 },
    { field: 'token_type', value: 'mac' },
    { field: 'token_type', value: { toString: 1 } },
  ])('causes an error that names an unusable $field', async ({ field, value }) => {
    const error = await catchTokenError({ body: { ...ISSUED, [field]: value } });

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200 });
    expect(error.message).toContain(`returned no usable \`${field}\`.`);
  });

  it.each([
    { expires_in: '3600', lifetime: 3600 },
    { expires_in: undefined, lifetime: 300 },
    { expires_in: 1e12, lifetime: 2_000_000 },
  ])(
    'contains a token for $lifetime s when `expires_in` is $expires_in',
    async ({ expires_in, lifetime }) => {
      const server = await startServer(() => ({ body: { ...ISSUED, expires_in } }));
      const client = assembleClient({ ...CREDENTIALS, baseUrl: server.url }, new FakePlatform());

      expect((await client.getToken()).expires_in).toBe(lifetime);
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each([
    ['HUSH_SECRET', 'hush_secret'],
    ['Hush_Secret', 'invalid_hush_secret_value'],
    ['hush_secret', 'hush_secret'],
  ])(
    'causes an error without its code when the client secret is %s and the code %s',
    async (clientSecret, code) => {
      const server = await startServer(() => ({ status: 400, body: { error: code } }));

      const error = await catchError(
        createClient({ ...CREDENTIALS, clientSecret, baseUrl: server.url }).getToken(),
      );

      expect(error).toMatchObject({ kind: 'auth', status: 400, errorCodes: [] });
      expect(error.message).not.toMatch(/hush/i);
    },
  );

  it('causes an error and events without the credential of HTTP Basic that it echoes', async () => {
    const events: LddPayEvent[] = [];
    const server = await startServer(({ headers }) => ({
      status: 400,
      headers: { 'Cko-Request-Id': headers.authorization?.split(' ')[1] ?? '' },
      body: { error: headers.authorization },
    }));
    const options = {
      ...CREDENTIALS,
      baseUrl: server.url,
      onEvent: (event: LddPayEvent) => events.push(event),
    };

    const error = await catchError(createClient({ ...options, tokenAuth: 'basic' }).getToken());

    const credential = server.requests[0]?.headers.authorization?.split(' ')[1];
    expect(credential).toMatch(/^\w{20,}$/);
    expect(inspect([error, events], { depth: null })).not.toContain(credential);
    expect(error).toMatchObject({ status: 400, requestId: undefined, errorCodes: [] });
  });

  it.each<[string, number, object]>([
    ['a token', 200, { access_token: 'hush-hush' }],
    ['a token that cannot be used', 200, { access_token: 'hush-hush', expires_in: 'soon' }],
    ['a token beside an error', 400, { access_token: 'hush-hush', error: 'hush-hush' }],
    ['a refresh token', 200, { refresh_token: 'hush-hush', expires_in: 'soon' }],
    ['an id token', 400, { id_token: 'HUSH-HUSH' }],
  ])('shows nowhere %s that a %i repeats as its request id', async (_, status, body) => {
    const events: LddPayEvent[] = [];
    const server = await startServer(() => ({ status, headers: { 'Cko-Request-Id': 'hush-hush' }, body }));
    const onEvent = (event: LddPayEvent) => events.push(event);
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, onEvent });

    const shown = await client
      .getToken()
      .withResponse()
      .then(
        ({ requestId, attempts }) => ({ requestId, attempts }),
        (error: unknown) => error,
      );

    expect(events.map(({ type }) => type)).toContain('response');
    expect(inspect([shown, events], { depth: null })).not.toMatch(/hush/i);
  });

  it.each([
    ['no token is', { access_token: '', refresh_token: null, id_token: 5 }],
    ['nothing but a text is', 'req_1'],
  ])('shows its request id where %s in its body', async (_, body) => {
    const reply = { status: 400, headers: { 'Cko-Request-Id': 'req_1' }, body };

    expect(await catchTokenError(reply)).toMatchObject({ kind: 'auth', requestId: 'req_1' });
  });

  it('causes an error of kind auth when it is a 503 with HTML', async () => {
    expect(await catchTokenError({ status: 503, body: '<h1>Down</h1>' })).toMatchObject({
      kind: 'auth',
      outcome: 'not_sent',
      status: 503,
      errorCodes: [],
    });
  });

  it('passes on how long to wait when it is a 429, to getToken and to the call that needs the token', async () => {
    const server = await startServer(() => ({ status: 429, headers: { 'Retry-After': '120' }, body: {} }));
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url });

    for (const call of [client.getToken(), client.voidPayment(PAYMENT_ID)]) {
      expect(await catchError(call)).toMatchObject({
        kind: 'auth',
        outcome: 'not_sent',
        status: 429,
        transient: true,
        retryAfterMs: 120_000,
      });
    }
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
    const baseUrl = await refusingUrl();
    const client = createClient({ ...CREDENTIALS, baseUrl, maxRetries: 0 });
    const error = await catchError(client.getToken());

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(error.message).toContain(`The token endpoint at ${baseUrl} failed: ECONNREFUSED.`);
    expect(isLddPayError(error.cause) && error.cause.kind).toBe('network');
  });

  it('causes an error of kind auth, whose cause is the timeout', async () => {
    const server = await startServer(() => undefined);

    const error = await catchError(
      createClient({ ...CREDENTIALS, baseUrl: server.url, attemptTimeout: 50, maxRetries: 0 }).getToken(),
    );

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(error.message).toContain(`The token endpoint at ${server.url} failed: timeout.`);
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

describe('getToken', () => {
  it('sends its headers with the token request that it starts, in place of those of the client', async () => {
    const server = await startServer(() => ({ body: ISSUED }));
    const headers = { 'x-a': 'client', 'x-b': 'client' };
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, headers });

    await client.getToken({ headers: { 'X-A': 'call' } });

    expect(server.requests[0]?.headers).toMatchObject({ 'x-a': 'call', 'x-b': 'client' });
  });

  it('makes as many attempts as its maxRetries allow, and no fewer than other calls', async () => {
    const server = await startUnreliableServer([], { tokens: () => 503 });
    const client = createTestClient(server, eager, { maxRetries: 1 });

    const twice = await catchError(client.getToken({ maxRetries: 0 }));
    expect(server.tokenRequests).toHaveLength(2);
    expect(twice).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 503 });

    await catchError(client.getToken({ maxRetries: 3 }));
    expect(server.tokenRequests).toHaveLength(6);
  });

  it('fails no other call by its limits', async () => {
    const platform = new FakePlatform();
    const server = await startUnreliableServer([], { tokens: [503] });
    const client = createTestClient(server, platform, { attemptTimeout: 60_000, maxRetries: 1 });

    const health = client.getToken({ maxRetries: 0, attemptTimeout: 1, deadline: 5_000 });
    const patient = write(client);
    await until(() => platform.pending.some((ms) => ms < 5_000), 'the wait before the retry');
    await platform.advance(4_000);

    expect((await health).token_type).toBe('Bearer');
    expect(await patient).toMatchObject({ id: PAYMENT_ID });
  });

  it('ends its attempts after its attemptTimeout', async () => {
    const server = await startServer(() => undefined);
    const limits = { attemptTimeout: 20, maxRetries: 0 };
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url, ...limits });

    const error = await catchError(client.getToken({ attemptTimeout: 50 }));

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(isLddPayError(error.cause) && error.cause).toMatchObject({ kind: 'timeout' });
    expect(isLddPayError(error.cause) && error.cause.message).toContain('50 ms');
  });

  it('waits until its deadline, also when that is longer than the one of the client', async () => {
    const platform = new FakePlatform();
    const { server, issued } = await startHoldingTokens();
    const client = createTestClient(server, platform, { deadline: 1_000, attemptTimeout: 60_000 });
    const token = client.getToken({ deadline: 10_000 });
    await until(() => server.tokenRequests.length === 1, 'the token request');

    await platform.advance(9_000);
    issued.resolve();

    expect((await token).access_token).toBe(ISSUED.access_token);
  });

  it('does not end the token request for other calls when its own deadline is over', async () => {
    const platform = new FakePlatform();
    const { server, issued } = await startHoldingTokens();
    const client = createTestClient(server, platform);
    const impatient = catchError(client.getToken({ deadline: 100 }));
    const patient = write(client);
    await until(() => server.tokenRequests.length === 1, 'the token request');

    await platform.advance(100);
    expect(await impatient).toMatchObject({ kind: 'timeout', outcome: 'not_sent' });
    issued.resolve();

    expect(await patient).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(1);
  });

  it('ends at once when its signal aborts', async () => {
    const server = await startServer(() => undefined);
    const client = createClient({ ...CREDENTIALS, baseUrl: server.url });
    const controller = new AbortController();
    const token = catchError(client.getToken({ signal: controller.signal }));

    controller.abort();

    expect(await token).toMatchObject({ kind: 'aborted', outcome: 'not_sent' });
  });

  it.each([
    { attemptTimeout: 0 },
    { deadline: -1 },
    { maxRetries: 1.5 },
    { headers: { Authorization: 'Basic hush' } },
    { headers: { 'bad name': 'hush' } },
    { signal: 'hush' as unknown as AbortSignal },
    { idempotencyKey: 'key-1' },
  ])('rejects with kind config and sends nothing for %o', async (options) => {
    const server = await startServer(() => ({ body: ISSUED }));

    const error = await catchError(createClient({ ...CREDENTIALS, baseUrl: server.url }).getToken(options));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${Object.keys(options)[0]}\``);
    expect(error.message).not.toContain('hush');
    expect(server.requests).toEqual([]);
  });
});
