import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

describe('the handler', () => {
  it.each<[string, string, string[]]>([
    ['PUT', '/payments', ['GET', 'HEAD', 'POST']],
    ['DELETE', `/payments/${UNKNOWN_ID}`, ['GET', 'HEAD']],
    ['PUT', `/payments/${UNKNOWN_ID}/actions`, ['GET', 'HEAD']],
    ['GET', '/connect/token', ['POST']],
    ['GET', '/payments/search', ['POST']],
    ['PUT', '/payments/search', ['POST']],
    ['GET', `/payments/${UNKNOWN_ID}/captures`, ['POST']],
  ])('rejects %s on %s with 405 and the allowed methods %j', async (method, path, methods) => {
    const api = await openApi();

    const { status, headers, body } = await api.send(method, path, undefined, { allow: 'wrong method' });

    expect({ status, body }).toMatchObject({ status: 405, body: { error_codes: ['method_not_allowed'] } });
    expect(headers.get('Allow')?.split(', ').sort()).toEqual(methods);
  });

  it.each([
    '/',
    '/payment',
    '/payments/',
    `/payments/${UNKNOWN_ID}/chargebacks`,
    '/v1/payments',
    '/_sandboxes',
  ])('rejects the unknown path %s with 404', async (path) => {
    const api = await openApi();

    expect(await api.get(path, { allow: 'unknown path' })).toMatchObject({
      status: 404,
      body: { error_codes: ['path_unknown'] },
    });
  });
});

it('responds to HEAD as to GET, without the body', async () => {
  const api = await openApi();
  const id = await api.authorize();

  expect(await api.send('HEAD', `/payments/${id}`)).toMatchObject({ status: 200, body: '' });
});
