import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';

it('responds with 404 without a body to ids that are unknown, malformed or of another kind', async () => {
  const api = await openApi();
  const id = await api.authorize();
  const ids = [
    `pay_${'b'.repeat(26)}`,
    id.slice(0, -1),
    `${id}a`,
    id.toUpperCase(),
    id.replace('pay', 'act'),
    '%00',
    '%E9',
    `${id}%ED%A0%80`,
  ];

  for (const wrong of ids) {
    expect(await api.get(`/payments/${wrong}`)).toMatchObject({ status: 404, body: '' });
    expect(await api.capture(wrong)).toMatchObject({ status: 404, body: '' });
  }
  expect((await api.get(`/payments/${id}`)).status).toBe(200);
});
