import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

describe('a request is refused', () => {
  it.each<[string, string, string[]]>([
    ['PUT', '/payments', ['GET', 'POST']],
    ['DELETE', `/payments/${UNKNOWN_ID}`, ['GET']],
    ['GET', '/connect/token', ['POST']],
    ['GET', `/payments/${UNKNOWN_ID}/captures`, ['POST']],
  ])('that uses %s on %s, and told what there is: %j', async (method, path, methods) => {
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
    '/_sandbox',
  ])('for %s, where nothing is', async (path) => {
    const api = await openApi();

    expect(await api.get(path, { allow: 'unknown path' })).toMatchObject({
      status: 404,
      body: { error_codes: ['path_unknown'] },
    });
  });
});

it('answers HEAD as GET, without the body', async () => {
  const api = await openApi();
  const id = await api.authorize();

  expect(await api.send('HEAD', `/payments/${id}`)).toMatchObject({ status: 200, body: '' });
});
