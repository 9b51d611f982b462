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
    /** The status of a read; 404 when it got past its token. */
    use: async (token?: string) => {
      const { status } = await api.get(`/payments/${UNKNOWN_ID}`, token === undefined ? {} : { token });
      return status;
    },
  };
}

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
