import { expect, it } from 'vitest';
import { SECOND } from '../testing/fixtures.js';
import { openTokenApi } from '../testing/token-api.js';

it("accepts a token until it expires by the sandbox's clock", async () => {
  const { clock, use } = await openTokenApi();

  clock.advance(60 * SECOND - 1);
  expect(await use()).toBe(404);
  clock.advance(1);
  expect(await use()).toBe(401);
});

it('keeps valid tokens when it removes expired ones', async () => {
  const { ask, clock, use } = await openTokenApi();
  clock.advance(30 * SECOND);
  const young = await ask();
  clock.advance(40 * SECOND);

  await ask();

  expect(await use()).toBe(401);
  expect(await use(young.body.access_token)).toBe(404);
});

it('rejects all revoked tokens, and issues new ones', async () => {
  const { api, tokens, ask, use } = await openTokenApi();
  const other = await ask();

  tokens.revokeAll();

  expect(await use()).toBe(401);
  expect(await use(other.body.access_token)).toBe(401);
  await api.renewToken();
  expect(await use()).toBe(404);
});

it('rejects tokens from before a reset, even with the same seed', async () => {
  const { reset, use } = await openTokenApi();

  reset();

  expect(await use()).toBe(401);
});
