import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../index.js';
import { openApi } from '../testing/api.js';
import type { Fields } from '../testing/fixtures.js';
import { type Issued, openTokenApi } from '../testing/token-api.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

it('issues a token with its lifetime in seconds, which must not be cached', async () => {
  const { ask, use } = await openTokenApi();

  const { status, headers, body } = await ask();

  expect(status).toBe(200);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 60 });
  expect(await use(body.access_token)).toBe(404);
});

it.each<[string, unknown, Fields, string]>([
  ['is no JSON or form', 'text', { 'Content-Type': 'text/plain' }, 'content_type_invalid'],
  ['is compressed', '{}', { 'Content-Encoding': 'gzip' }, 'content_encoding_invalid'],
  ['is an array', [], {}, 'request_body_invalid'],
  ['is cut off', '{', {}, 'request_json_invalid'],
])('rejects a body that %s with 400, which must not be cached', async (_, body, headers, code) => {
  const { api } = await openTokenApi();

  const response = await api.post('/connect/token', body, { headers: headers as Record<string, string> });

  expect(response).toMatchObject({
    status: 400,
    body: { error: 'invalid_request', error_description: code },
  });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

it('accepts a form, as OAuth 2.0 defines it', async () => {
  const { api, use } = await openTokenApi();

  const form = new URLSearchParams(api.tokenRequest).toString();
  const { status, body } = await api.post<Issued>('/connect/token', form, { headers: FORM });

  expect(status).toBe(200);
  expect(await use(body.access_token)).toBe(404);
});

it.each([
  ['a field twice', '&scope=gateway'],
  ['a field twice, with another value', '&client_secret=other'],
  ['an unknown field twice', '&foo=1&foo=2'],
  ['an unknown field twice, without values', '&foo&foo='],
  ['an unknown field twice, written differently', '&f%6Fo=1&foo=1'],
  ['an unknown field that is not UTF-8', '&foo=%ff'],
])('rejects a form with %s (RFC 6749, section 3.2)', async (_, addition) => {
  const { api } = await openTokenApi();

  const form = `${new URLSearchParams(api.tokenRequest)}${addition}`;

  expect(await api.post('/connect/token', form, { headers: FORM })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
});

it.each([
  ['an unknown field', '&foo=1'],
  ['nothing between two separators, twice', '&&&'],
])('accepts a form with %s', async (_, addition) => {
  const { api } = await openTokenApi();

  const form = `${new URLSearchParams(api.tokenRequest)}${addition}`;

  expect(await api.post('/connect/token', form, { headers: FORM })).toMatchObject({ status: 200 });
});

it('issues a new token each time, and keeps the others valid', async () => {
  const { ask, use } = await openTokenApi();

  const first = await ask();
  const second = await ask();

  expect(second.body.access_token).not.toBe(first.body.access_token);
  expect(await use(first.body.access_token)).toBe(404);
  expect(await use(second.body.access_token)).toBe(404);
});

it.each<[string, Fields, string]>([
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['another client', { client_id: 'another_client' }, 'invalid_client'],
  ['a wrong secret', { client_secret: 'sandbox-client-secret ' }, 'invalid_client'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a scope with a quote', { scope: 'a "b"' }, 'invalid_scope'],
  ['a missing field', { scope: undefined }, 'invalid_request'],
  ['a field that is not a string', { client_id: 17 }, 'invalid_request'],
])('rejects %s with the error code of RFC 6749', async (_, fields, error) => {
  const { ask } = await openTokenApi();

  const { status, headers, body } = await ask(fields);

  expect({ status, body }).toEqual({ status: 400, body: { error, error_description: expect.any(String) } });
  expect(headers.get('Cache-Control')).toBe('no-store');
});

it.each([
  ['malformed JSON', '{', {}],
  ['an unknown Content-Type', 'a', { 'Content-Type': 'text/plain' }],
  ['an empty body', '', {}],
  ['an array', '[]', {}],
])('rejects %s with a token error', async (_, body, headers) => {
  const { api } = await openTokenApi();

  expect(await api.post('/connect/token', body, { headers })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
});

it('returns neither the secret nor the wrong secret', async () => {
  const { api, ask } = await openTokenApi();

  const { body } = await ask({ client_secret: 'a wrong guess' });

  expect(JSON.stringify(body)).not.toContain('a wrong guess');
  expect(JSON.stringify(body)).not.toContain(api.tokenRequest.client_secret);
});

describe('HTTP Basic', () => {
  const GRANT = { grant_type: 'client_credentials', scope: 'gateway' };
  const ID = 'ack_sandbox';
  const SECRET = 'sandbox-client-secret';
  const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`;
  const encode = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);

  async function ask(authorization: string, body: Fields | string = GRANT, options: SandboxOptions = {}) {
    const api = await openApi(options);
    return api.post<Issued>('/connect/token', body, {
      headers: { Authorization: authorization, ...(typeof body === 'string' && FORM) },
      allow: 'wrong Basic credentials',
    });
  }

  it.each<[string, string, Fields | string]>([
    ['JSON', basic(ID, SECRET), GRANT],
    ['a form', basic(ID, SECRET), new URLSearchParams(GRANT).toString()],
    ['the scheme in lower case', basic(ID, SECRET).replace('Basic', 'basic'), GRANT],
    ['the same id in the body', basic(ID, SECRET), { ...GRANT, client_id: ID }],
  ])('obtains a token with %s', async (_, authorization, body) => {
    expect(await ask(authorization, body)).toMatchObject({
      status: 200,
      body: { access_token: expect.any(String) },
    });
  });

  it('decodes the id and the secret as in a form (RFC 6749, section 2.3.1)', async () => {
    const options = { clientId: 'an id: é', clientSecret: 'a+b %2F:/&=é' };

    const encoded = basic(encode(options.clientId), encode(options.clientSecret));

    expect((await ask(encoded, GRANT, options)).status).toBe(200);
    expect((await ask(basic('a', options.clientSecret.replace('é', '')), GRANT, options)).status).toBe(401);
  });

  it.each<[string, string]>([
    ['a wrong secret', basic(ID, 'wrong')],
    ['another id', basic('another', SECRET)],
    ['no colon', `Basic ${btoa(ID)}`],
    ['nothing after the scheme', 'Basic'],
    ['no base64', 'Basic ***'],
    ['a malformed escape', basic(ID, '%zz')],
  ])('is rejected with 401 and a challenge for %s', async (_, authorization) => {
    const { status, headers, body } = await ask(authorization);

    expect(status).toBe(401);
    expect(headers.get('WWW-Authenticate')).toBe('Basic realm="lddpay-sandbox"');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
  });

  it.each<[string, Fields]>([
    ['a secret', { client_secret: SECRET }],
    ['an id and a secret', { client_id: ID, client_secret: SECRET }],
    ['another id', { client_id: 'another' }],
  ])('is rejected with 400 when the body has %s as well', async (_, fields) => {
    expect(await ask(basic(ID, SECRET), { ...GRANT, ...fields })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });

  it('is ignored with another scheme, as before', async () => {
    expect((await ask('Bearer token', { ...GRANT, client_id: ID, client_secret: SECRET })).status).toBe(200);
  });

  it('still needs a grant and a scope', async () => {
    expect((await ask(basic(ID, SECRET), { scope: 'a' })).body).toMatchObject({ error: 'invalid_request' });
    expect((await ask(basic(ID, SECRET), { ...GRANT, scope: '' })).body).toMatchObject({
      error: 'invalid_scope',
    });
  });
});
