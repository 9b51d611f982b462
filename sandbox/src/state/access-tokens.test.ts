import { expect, it } from 'vitest';
import { createRandom } from '../lib/random.js';
import { DAY, SECOND } from '../testing/fixtures.js';
import { openTokenApi } from '../testing/token-api.js';
import { AccessTokens } from './access-tokens.js';

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

it('keeps tokens over a reset, until they expire', async () => {
  const { clock, reset, use } = await openTokenApi();

  reset();

  expect(await use()).toBe(404);
  clock.advance(60 * SECOND);
  expect(await use()).toBe(401);
});

it('rejects tokens that were revoked before a reset', async () => {
  const { reset, tokens, use } = await openTokenApi();

  tokens.revokeAll();
  reset();

  expect(await use()).toBe(401);
});

it('rejects tokens that expired before a reset', async () => {
  const { clock, reset, use } = await openTokenApi();
  clock.advance(60 * SECOND);

  reset();

  expect(await use()).toBe(401);
});

it('leaves a token the rest of its lifetime when a reset sets the clock back', async () => {
  const { ask, clock, reset, use } = await openTokenApi();
  clock.advance(DAY);
  const { body } = await ask();
  clock.advance(20 * SECOND);

  reset();

  clock.advance(40 * SECOND - 1);
  expect(await use(body.access_token)).toBe(404);
  clock.advance(1);
  expect(await use(body.access_token)).toBe(401);
});

it('issues no token again after a reset, so that a revoked one stays revoked', async () => {
  const { ask, reset, tokens, use } = await openTokenApi();
  const issued = [(await ask()).body.access_token];
  tokens.revokeAll();

  for (const seed of [1, 2, 1]) {
    reset({ seed });
    issued.push((await ask()).body.access_token);
  }

  expect(new Set(issued).size).toBe(4);
  expect(await use(issued[0])).toBe(401);
});

it('keeps the last 10 000 tokens', () => {
  const tokens = new AccessTokens(createRandom(1));
  const issued = Array.from({ length: 10_001 }, () => tokens.issue(0, 60));

  expect(issued.map((token) => tokens.isValid(token, 0))).toEqual([false, ...Array(10_000).fill(true)]);
});
