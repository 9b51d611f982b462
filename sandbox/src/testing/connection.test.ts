import { expect, it } from 'vitest';
import { openApi } from './api.js';

it('fails the test when a response violates the description', async () => {
  const api = await openApi();

  await expect(api.get('/nowhere')).rejects.toThrow(
    expect.objectContaining({
      actual: ['GET /nowhere responded with 404: the status is not documented'],
    }),
  );
});

it('returns the parsed body of a response whose violation is allowed', async () => {
  const api = await openApi();

  expect(await api.get('/nowhere', { allow: 'unknown path' })).toMatchObject({
    status: 404,
    body: { error_codes: ['path_unknown'] },
  });
});
