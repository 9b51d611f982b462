import { expect, it } from 'vitest';
import { openApi } from '../testing/api.js';

const DEEP = `{"metadata":${'{"a":'.repeat(70)}1${'}'.repeat(71)}`;

it.each(['{', '{"amount":1,}', 'amount=1', '\u0000', DEEP])(
  'rejects the malformed body %s with 400',
  async (body) => {
    const api = await openApi();

    expect(await api.post('/payments', body, { allow: 'malformed JSON' })).toMatchObject({
      status: 400,
      body: { error_type: 'request_invalid', error_codes: ['request_json_invalid'] },
    });
  },
);

it.each([
  ['a string', '{"reference":"\\ud800"}'],
  ['the wrong order', '{"reference":"\\uDE00\\uD83D"}'],
  ['a name', '{"metadata":{"a":[{"\\udfff":1}]}}'],
])('rejects half of a surrogate pair in %s with 400', async (_, body) => {
  const api = await openApi();

  expect(await api.post('/payments', body, { allow: 'malformed JSON' })).toMatchObject({
    status: 400,
    body: { error_codes: ['request_json_invalid'] },
  });
});

it('accepts an escaped surrogate pair, and an escaped backslash before the letters of one', async () => {
  const api = await openApi();
  const id = await api.authorize();

  const { status } = await api.post(
    `/payments/${id}/captures`,
    '{"reference":"\\ud83d\\ude00 \\\\ud83d","capture_type":"Final"}',
  );

  expect(status).toBe(202);
  expect((await api.actions(id))[0]).toMatchObject({ reference: '😀 \\ud83d' });
});

it.each(['null', '[]', '17', '"text"', 'true'])(
  'rejects the body %s, which is not an object, with 422',
  async (body) => {
    const api = await openApi();

    expect(await api.post('/payments', body)).toMatchObject({
      status: 422,
      body: { error_codes: ['request_body_invalid'] },
    });
  },
);

it('rejects a missing body with 422', async () => {
  const api = await openApi();

  expect(await api.post('/payments')).toMatchObject({
    status: 422,
    body: { error_codes: ['request_body_required'] },
  });
});

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json-seq',
  'application/json-patch+xml',
  'application/xml; profile=a+json',
  'application/json; charset=iso-8859-1',
  'application/json; foo="a;charset=utf-8"; charset=utf-16',
  'application/json; foo="a; charset=utf-16',
  'application/json; foo=a"b; charset=utf-16',
  'application/json; foo="a\\";charset=utf-8" ;Charset="utf-16"',
])('rejects a body that is declared as %s, not as JSON in UTF-8, with 415', async (type) => {
  const api = await openApi();
  const headers = { 'Content-Type': type };

  expect(await api.post('/payments', '{}', { headers, allow: 'not JSON' })).toMatchObject({
    status: 415,
    body: { error_codes: ['content_type_invalid'] },
  });
});

it.each([
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/json ;charset="UTF-8"',
  'application/vnd.pay+json',
  'application/json; charset=us-ascii',
  'application/json; foo="a;charset=utf-16"',
  'application/json; foo="a\\";charset=utf-16"; charset=utf-8',
])('accepts JSON that is declared as %s', async (type) => {
  const api = await openApi();
  const id = await api.authorize();

  expect((await api.capture(id, {}, { headers: { 'Content-Type': type } })).status).toBe(202);
});
