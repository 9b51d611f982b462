import { expect, it } from 'vitest';
import type { Sandbox, SandboxOptions } from '../index.js';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

/** Connects to a sandbox, and obtains a second token. */
async function setUp(options: SandboxOptions = {}) {
  const api = await openApi(options);
  const { body } = await api.post<{ access_token: string }>('/connect/token', api.tokenRequest);
  return { api, token: body.access_token };
}

it.each<[string, (token: string) => string]>([
  ['no token', () => ''],
  ['a scheme alone', () => 'Bearer'],
  ['a token with another scheme', (token) => `Basic ${token}`],
  ['a token without its scheme', (token) => token],
  ['more than a token', (token) => `Bearer ${token} ${token}`],
])('responds to %s with 401 and a challenge without an error', async (_, authorization) => {
  const { api, token } = await setUp();

  const { status, headers, body } = await api.get('/payments?reference=a', {
    headers: { Authorization: authorization(token) },
  });

  expect({ status, body }).toEqual({ status: 401, body: '' });
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
});

it.each<[string, (sandbox: Sandbox) => unknown, (token: string) => string]>([
  ['that is unknown', () => {}, () => 'Bearer sandbox_unknown'],
  ['that is cut off', () => {}, (token) => `bearer ${token.slice(0, -1)}`],
  ['that has expired', ({ clock }) => clock.advance(60_000), (token) => `Bearer ${token}`],
  ['that was revoked', ({ tokens }) => tokens.revokeAll(), (token) => `Bearer ${token}`],
])(
  'says in the challenge that a token %s is invalid (RFC 6750, section 3.1)',
  async (_, change, authorization) => {
    const { api, token } = await setUp({ tokenLifetime: 60 });
    change(api.sandbox);

    const { status, headers, body } = await api.get('/payments?reference=a', {
      headers: { Authorization: authorization(token) },
    });

    expect({ status, body }).toEqual({ status: 401, body: '' });
    expect(headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"');
  },
);

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
