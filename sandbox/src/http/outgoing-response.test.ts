import { expect, it } from 'vitest';
import { description } from '../shared/description.js';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

it('gives every response an identifier of its own, and the version of the description', async () => {
  const api = await openApi();
  const replies = [
    await api.get('/payments?reference=a'),
    await api.get('/payments'),
    await api.get(`/payments/${UNKNOWN_ID}`),
    await api.get('/nothing', { allow: 'unknown path' }),
    await api.post('/connect/token', {}),
  ];

  const ids = replies.map(({ headers }) => headers.get('Cko-Request-Id'));

  expect(new Set(ids).size).toBe(replies.length);
  expect(new Set(replies.map(({ headers }) => headers.get('Cko-Version')))).toEqual(
    new Set([description.info.version]),
  );
});

it('says in the body of a refusal which request it answers', async () => {
  const api = await openApi();

  const { headers, body } = await api.post('/payments', {});

  expect(body).toMatchObject({ request_id: headers.get('Cko-Request-Id') });
});
