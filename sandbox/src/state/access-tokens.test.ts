import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { type Fields, SECOND, UNKNOWN_ID } from '../testing/fixtures.js';

interface Issued {
  readonly access_token: string;
}

async function setUp() {
  const api = await openApi({ tokenLifetime: 60 });
  return {
    ...api.sandbox,
    api,
    ask: (fields: Fields = {}) => api.post<Issued>('/connect/token', { ...api.tokenRequest, ...fields }),
    /** Returns the status of a request with the token: 404 when the token is valid. */
    use: async (token?: string) => {
      const { status } = await api.get(`/payments/${UNKNOWN_ID}`, token === undefined ? {} : { token });
      return status;
    },
  };
}

it("accepts a token until it expires by the sandbox's clock", async () => {
  const { clock, use } = await setUp();

  clock.advance(60 * SECOND - 1);
  expect(await use()).toBe(404);
  clock.advance(1);
  expect(await use()).toBe(401);
});

it('keeps valid tokens when it removes expired ones', async () => {
  const { ask, clock, use } = await setUp();
  clock.advance(30 * SECOND);
  const young = await ask();
  clock.advance(40 * SECOND);

  await ask();

  expect(await use()).toBe(401);
  expect(await use(young.body.access_token)).toBe(404);
});

it('rejects all revoked tokens, and issues new ones', async () => {
  const { api, tokens, ask, use } = await setUp();
  const other = await ask();

  tokens.revokeAll();

  expect(await use()).toBe(401);
  expect(await use(other.body.access_token)).toBe(401);
  await api.renewToken();
  expect(await use()).toBe(404);
});

it('rejects tokens from before a reset, even with the same seed', async () => {
  const { reset, use } = await setUp();

  reset();

  expect(await use()).toBe(401);
});
