import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';

/** The longest key that is kept as it is. */
const LONGEST = 'k'.repeat(255);

it('shows a key of 255 characters as it was sent', async () => {
  const api = await openApi();

  await api.pay({}, { key: LONGEST });

  expect(api.sandbox.ledger()[0]?.idempotencyKey).toBe(LONGEST);
});

it('shows a longer key shortened, the same each time', async () => {
  const api = await openApi();
  const key = `${LONGEST}k`;

  const first = await api.pay({}, { key });
  const second = await api.pay({}, { key });

  expect(second.body).toEqual(first.body);
  expect(api.sandbox.ledger()[0]?.idempotencyKey).toMatch(/^k{61}\.\.\.[^k]+$/);
});

it('distinguishes long keys by their last character', async () => {
  const api = await openApi();

  const first = await api.pay({}, { key: `${LONGEST}a` });
  const second = await api.pay({}, { key: `${LONGEST}b` });

  expect(second.body.id).not.toBe(first.body.id);
});
