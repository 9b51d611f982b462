import { expect, it } from 'vitest';
import { DESCRIPTION_VERSION } from '../../../generated/operations.js';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

it('adds a unique request id and the version of the description to every response', async () => {
  const api = await openApi();
  const responses = [
    await api.get('/payments?reference=a'),
    await api.get('/payments'),
    await api.get(`/payments/${UNKNOWN_ID}`),
    await api.get('/nothing', { allow: 'unknown path' }),
    await api.post('/connect/token', {}),
  ];

  const ids = responses.map(({ headers }) => headers.get('Cko-Request-Id'));

  expect(new Set(ids).size).toBe(responses.length);
  expect(new Set(responses.map(({ headers }) => headers.get('Cko-Version')))).toEqual(
    new Set([DESCRIPTION_VERSION]),
  );
});

it('repeats the request id in the body of an error', async () => {
  const api = await openApi();

  const { headers, body } = await api.post('/payments', {});

  expect(body).toMatchObject({ request_id: headers.get('Cko-Request-Id') });
});
