import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { type Fields, SECOND, UNKNOWN_ID } from '../testing/fixtures.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

interface Issued {
  readonly access_token: string;
}

async function setUp() {
  const api = await openApi({ tokenLifetime: 60 });
  return {
    ...api.sandbox,
    api,
    ask: (fields: Fields = {}) => api.post<Issued>('/connect/token', { ...api.tokenRequest, ...fields }),
    /** The status of a read; 404 when it got past its token. */
    use: async (token?: string) => {
      const { status } = await api.get(`/payments/${UNKNOWN_ID}`, token === undefined ? {} : { token });
      return status;
    },
  };
}

it('issues a token that a cache must not keep, with its lifetime in seconds', async () => {
  const { ask, use } = await setUp();

  const { status, headers, body } = await ask();

  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 60 });
  expect(await use(body.access_token)).toBe(404);
});

it('issues a token for a form as well, as OAuth has it', async () => {
  const { api, use } = await setUp();

  const form = new URLSearchParams(api.tokenRequest).toString();
  const { status, body } = await api.post<Issued>('/connect/token', form, { headers: FORM });

  expect(status).toBe(200);
  expect(await use(body.access_token)).toBe(404);
});

it('issues another token each time, and each stays valid', async () => {
  const { ask, use } = await setUp();

  const first = await ask();
  const second = await ask();

  expect(second.body.access_token).not.toBe(first.body.access_token);
  expect(await use(first.body.access_token)).toBe(404);
  expect(await use(second.body.access_token)).toBe(404);
});

it.each<[string, Fields, string]>([
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['another client', { client_id: 'somebody' }, 'invalid_client'],
  ['a wrong secret', { client_secret: 'sandbox-client-secret ' }, 'invalid_client'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a scope with a quote', { scope: 'a "b"' }, 'invalid_scope'],
  ['a missing field', { scope: undefined }, 'invalid_request'],
  ['a field that is no text', { client_id: 17 }, 'invalid_request'],
])('refuses %s with the code of RFC 6749', async (_, fields, error) => {
  const { ask } = await setUp();

  const { status, headers, body } = await ask(fields);

  expect({ status, body }).toEqual({ status: 400, body: { error, error_description: expect.any(String) } });
  expect(headers.get('Cache-Control')).toBe('no-store');
});

it.each([
  ['malformed JSON', '{', {}],
  ['a type it does not read', 'a', { 'Content-Type': 'text/plain' }],
  ['an empty body', '', {}],
  ['a list', '[]', {}],
])('refuses %s in the form of a token error', async (_, body, headers) => {
  const { api } = await setUp();

  expect(await api.post('/connect/token', body, { headers })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
});

it('says neither the secret nor what was sent in its place', async () => {
  const { api, ask } = await setUp();

  const { body } = await ask({ client_secret: 'a wrong guess' });

  expect(JSON.stringify(body)).not.toContain('a wrong guess');
  expect(JSON.stringify(body)).not.toContain(api.tokenRequest.client_secret);
});

it('takes a token until its lifetime is over on the clock of the sandbox', async () => {
  const { clock, use } = await setUp();

  clock.advance(60 * SECOND - 1);
  expect(await use()).toBe(404);
  clock.advance(1);
  expect(await use()).toBe(401);
});

it('forgets expired tokens alone when it issues the next one', async () => {
  const { ask, clock, use } = await setUp();
  clock.advance(30 * SECOND);
  const young = await ask();
  clock.advance(40 * SECOND);

  await ask();

  expect(await use()).toBe(401);
  expect(await use(young.body.access_token)).toBe(404);
});

it('refuses all tokens once they were revoked, and issues new ones', async () => {
  const { api, tokens, ask, use } = await setUp();
  const other = await ask();

  tokens.revokeAll();

  expect(await use()).toBe(401);
  expect(await use(other.body.access_token)).toBe(401);
  await api.renewToken();
  expect(await use()).toBe(404);
});

it('refuses tokens of before a reset, even with the same seed', async () => {
  const { reset, use } = await setUp();

  reset();

  expect(await use()).toBe(401);
});

it.each<[string, (token: string) => string]>([
  ['no token', () => ''],
  ['an unknown token', () => 'Bearer sandbox_unknown'],
  ['a token by another scheme', (token) => `Basic ${token}`],
  ['a token without its scheme', (token) => token],
  ['a token and more', (token) => `Bearer ${token} ${token}`],
])('asks for a token in answer to %s', async (_, authorization) => {
  const { api, ask } = await setUp();
  const issued = await ask();

  const { status, headers, body } = await api.get('/payments?reference=a', {
    headers: { Authorization: authorization(issued.body.access_token) },
  });

  expect({ status, body }).toEqual({ status: 401, body: '' });
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
});

it('takes the scheme in any case, as RFC 7235 has it', async () => {
  const { api, ask } = await setUp();
  const { body } = await ask();

  const { status } = await api.get(`/payments/${UNKNOWN_ID}`, {
    headers: { Authorization: `bearer ${body.access_token}` },
  });

  expect(status).toBe(404);
});
