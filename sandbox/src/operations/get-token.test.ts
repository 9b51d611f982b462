import { expect, it } from 'vitest';
import type { Fields } from '../testing/fixtures.js';
import { type Issued, openTokenApi } from '../testing/token-api.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

it('issues a token with its lifetime in seconds, which must not be cached', async () => {
  const { ask, use } = await openTokenApi();

  const { status, headers, body } = await ask();

  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 60 });
  expect(await use(body.access_token)).toBe(404);
});

it('accepts a form, as OAuth 2.0 defines it', async () => {
  const { api, use } = await openTokenApi();

  const form = new URLSearchParams(api.tokenRequest).toString();
  const { status, body } = await api.post<Issued>('/connect/token', form, { headers: FORM });

  expect(status).toBe(200);
  expect(await use(body.access_token)).toBe(404);
});

it('issues a new token each time, and keeps the others valid', async () => {
  const { ask, use } = await openTokenApi();

  const first = await ask();
  const second = await ask();

  expect(second.body.access_token).not.toBe(first.body.access_token);
  expect(await use(first.body.access_token)).toBe(404);
  expect(await use(second.body.access_token)).toBe(404);
});

it.each<[string, Fields, string]>([
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['another client', { client_id: 'another_client' }, 'invalid_client'],
  ['a wrong secret', { client_secret: 'sandbox-client-secret ' }, 'invalid_client'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a scope with a quote', { scope: 'a "b"' }, 'invalid_scope'],
  ['a missing field', { scope: undefined }, 'invalid_request'],
  ['a field that is not a string', { client_id: 17 }, 'invalid_request'],
])('rejects %s with the error code of RFC 6749', async (_, fields, error) => {
  const { ask } = await openTokenApi();

  const { status, headers, body } = await ask(fields);

  expect({ status, body }).toEqual({ status: 400, body: { error, error_description: expect.any(String) } });
  expect(headers.get('Cache-Control')).toBe('no-store');
});

it.each([
  ['malformed JSON', '{', {}],
  ['an unknown Content-Type', 'a', { 'Content-Type': 'text/plain' }],
  ['an empty body', '', {}],
  ['an array', '[]', {}],
])('rejects %s with a token error', async (_, body, headers) => {
  const { api } = await openTokenApi();

  expect(await api.post('/connect/token', body, { headers })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
});

it('returns neither the secret nor the wrong secret', async () => {
  const { api, ask } = await openTokenApi();

  const { body } = await ask({ client_secret: 'a wrong guess' });

  expect(JSON.stringify(body)).not.toContain('a wrong guess');
  expect(JSON.stringify(body)).not.toContain(api.tokenRequest.client_secret);
});
