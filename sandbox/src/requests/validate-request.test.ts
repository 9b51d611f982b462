import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

/** Connects to a sandbox, and obtains a second token. */
async function setUp() {
  const api = await openApi();
  const { body } = await api.post<{ access_token: string }>('/connect/token', api.tokenRequest);
  return { api, token: body.access_token };
}

it.each<[string, (token: string) => string]>([
  ['no token', () => ''],
  ['an unknown token', () => 'Bearer sandbox_unknown'],
  ['a token with another scheme', (token) => `Basic ${token}`],
  ['a token without its scheme', (token) => token],
  ['more than a token', (token) => `Bearer ${token} ${token}`],
])('responds to %s with 401 and a WWW-Authenticate header', async (_, authorization) => {
  const { api, token } = await setUp();

  const { status, headers, body } = await api.get('/payments?reference=a', {
    headers: { Authorization: authorization(token) },
  });

  expect({ status, body }).toEqual({ status: 401, body: '' });
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
});

it('accepts the scheme in any case (RFC 9110, section 11.1)', async () => {
  const { api, token } = await setUp();

  const { status } = await api.get(`/payments/${UNKNOWN_ID}`, {
    headers: { Authorization: `bearer ${token}` },
  });

  expect(status).toBe(404);
});

it('checks the token before the body', async () => {
  const api = await openApi();
  const headers = { 'Content-Type': 'text/plain' };

  expect((await api.post('/payments', '{', { token: 'unknown', headers })).status).toBe(401);
});
