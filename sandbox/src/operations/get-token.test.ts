import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { type Fields, UNKNOWN_ID } from '../testing/fixtures.js';

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
