import { describe, expect, it, vi } from 'vitest';
import { description } from '../shared/description.js';
import { openApi } from '../testing/api.js';
import { DAY, UNKNOWN_ID } from '../testing/fixtures.js';

const TEXT = { 'Content-Type': 'text/plain' };

const DEEP = `{"metadata":${'{"a":'.repeat(70)}1${'}'.repeat(71)}`;

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

  it.each(['{', '{"amount":1,}', 'amount=1', '\u0000', DEEP])('with the malformed body %s', async (body) => {
    const api = await openApi();

    expect(await api.post('/payments', body, { allow: 'malformed JSON' })).toMatchObject({
      status: 400,
      body: { error_type: 'request_invalid', error_codes: ['request_json_invalid'] },
    });
  });

  it.each(['null', '[]', '17', '"text"', 'true'])('with the body %s, which is no object', async (body) => {
    const api = await openApi();

    expect(await api.post('/payments', body)).toMatchObject({
      status: 422,
      body: { error_codes: ['request_body_invalid'] },
    });
  });

  it('without the body that it needs', async () => {
    const api = await openApi();

    expect(await api.post('/payments')).toMatchObject({
      status: 422,
      body: { error_codes: ['request_body_required'] },
    });
  });

  it.each([{ 'Content-Type': 'text/plain' }, { 'Content-Type': 'application/x-www-form-urlencoded' }])(
    'that is not declared as JSON: %o',
    async (headers) => {
      const api = await openApi();

      expect(await api.post('/payments', '{}', { headers, allow: 'not JSON' })).toMatchObject({
        status: 415,
        body: { error_codes: ['content_type_invalid'] },
      });
    },
  );

  it('with a body of more than a megabyte', async () => {
    const api = await openApi();
    const body = JSON.stringify({ reference: 'x'.repeat(1024 * 1024) });

    expect(await api.post('/payments', body, { allow: 'body too large' })).toMatchObject({
      status: 413,
      body: { error_codes: ['request_body_too_large'] },
    });
  });

  it('for its token before its body is looked at', async () => {
    const api = await openApi();

    expect((await api.post('/payments', '{', { token: 'unknown', headers: TEXT })).status).toBe(401);
  });
});

it.each([
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/vnd.pay+json',
])('takes JSON that is declared as %s', async (type) => {
  const api = await openApi();
  const id = await api.authorize();

  expect((await api.capture(id, {}, { headers: { 'Content-Type': type } })).status).toBe(202);
});

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

it('answers HEAD as GET, without the body', async () => {
  const api = await openApi();
  const id = await api.authorize();

  expect(await api.send('HEAD', `/payments/${id}`)).toMatchObject({ status: 200, body: '' });
});

it('notes every request with its status, key and time', async () => {
  const api = await openApi();
  const at = api.sandbox.clock.now();
  await api.pay({}, { key: 'key-1' });
  api.sandbox.clock.advance(DAY);
  await api.get('/payments?reference=a', { token: 'unknown', key: 'not documented here' });
  await api.get('/nothing', { allow: 'unknown path' });

  expect(api.sandbox.requests()).toEqual([
    { operationId: 'getToken', status: 200, at },
    { operationId: 'requestPayment', status: 201, idempotencyKey: 'key-1', at },
    { operationId: 'getPaymentsList', status: 401, at: at + DAY },
    { status: 404, at: at + DAY },
  ]);
});

it('gives lists that are a copy: nobody can change what happened', async () => {
  const api = await openApi();
  await api.charge();

  api.sandbox.ledger().length = 0;
  api.sandbox.requests().length = 0;

  expect(api.sandbox.ledger()).toHaveLength(2);
  expect(api.sandbox.requests()).toHaveLength(2);
});

it('fails at once for a request that is aborted before it is sent', async () => {
  const { sandbox } = await openApi();
  const signal = AbortSignal.abort(new Error('Not any more.'));

  await expect(sandbox.fetch('http://sandbox.test/payments', { signal })).rejects.toThrow('Not any more.');

  expect(sandbox.requests()).toHaveLength(1);
});

it('gives up waiting for a response when it is aborted, though the request happens', async () => {
  const api = await openApi();
  const id = await api.authorize();
  const caller = new AbortController();
  api.sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 5 });

  const capture = api.capture(id, {}, { key: 'key-1', signal: caller.signal });
  caller.abort();

  await expect(capture).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  await vi.waitFor(() => expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']));
});
