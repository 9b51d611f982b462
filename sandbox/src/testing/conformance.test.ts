import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.js';
import { type Beyond, deviationsOf, EVERYTHING_BEYOND, type Exchange, judge } from './conformance.js';
import { operations } from './documented-responses.js';

const ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';
const ORIGIN = 'http://sandbox.test';
const STAMPS = { 'Cko-Request-Id': 'a', 'Cko-Version': '1' };
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

const action = {
  id: 'act_aaaaaaaaaaaaaaaaaaaaaaaaaa',
  type: 'Capture',
  amount: 1,
  response_code: '10000',
  processed_on: '2026-01-01T00:00:00.000Z',
  approved: true,
};

/** A list of actions as it is documented, but for what is planted. */
function actions({ body = [action] as unknown, ...planted }: Partial<Exchange> & { body?: unknown } = {}) {
  return {
    method: 'GET',
    url: `${ORIGIN}/payments/${ID}/actions`,
    status: 200,
    headers: new Headers({ ...STAMPS, ...JSON_TYPE }),
    text: JSON.stringify(body),
    ...planted,
  };
}

/** An answer to a capture, with a refusal as its body unless it is to have another. */
function capture(status: number, code: string | undefined, text?: string): Exchange {
  const refusal = { request_id: 'a', error_type: 'request_invalid', error_codes: [code] };
  return {
    method: 'POST',
    url: `${ORIGIN}/payments/${ID}/captures`,
    status,
    headers: new Headers(code === undefined ? STAMPS : { ...STAMPS, ...JSON_TYPE }),
    text: text ?? (code === undefined ? '' : JSON.stringify(refusal)),
  };
}

it('passes answers as they are documented', () => {
  expect(deviationsOf(actions())).toEqual([]);
  expect(deviationsOf(capture(403, undefined))).toEqual([]);
  expect(deviationsOf(capture(422, 'amount_invalid'))).toEqual([]);
});

describe('reports', () => {
  const planted: [string, Exchange, string][] = [
    [
      'a status that the operation does not document',
      actions({ status: 201 }),
      'a status that is not documented',
    ],
    ['a documented success without its body', actions({ text: '' }), 'no body where one is documented'],
    [
      'a body of another type',
      actions({ headers: new Headers({ ...STAMPS, 'Content-Type': 'text/plain' }) }),
      'the Content-Type text/plain',
    ],
    ['a body without a type', actions({ headers: new Headers(STAMPS) }), 'the Content-Type null'],
    ['a body that is no JSON', actions({ text: '[{' }), 'a body that is no JSON'],
    ['a field of a wrong type', actions({ body: [{ ...action, amount: '1' }] }), '/0/amount must be number'],
    [
      'a missing field',
      actions({ body: [{ ...action, approved: undefined }] }),
      "/0 must have required property 'approved'",
    ],
    [
      'a time that is none',
      actions({ body: [{ ...action, processed_on: 'today' }] }),
      '/0/processed_on must match format "date-time"',
    ],
    [
      'an enum member that is none',
      actions({ body: [{ ...action, type: 'Gift' }] }),
      '/0/type must be equal to one of the allowed values',
    ],
    [
      'a missing request id',
      actions({ headers: new Headers({ ...JSON_TYPE, 'Cko-Version': '1' }) }),
      'no header Cko-Request-Id',
    ],
    [
      'a missing version on an answer that documents no header',
      { ...capture(403, undefined), headers: new Headers({ 'Cko-Request-Id': 'a' }) },
      'no header Cko-Version',
    ],
    [
      'a body where none is documented',
      capture(403, 'not_allowed'),
      'a body (application/json; charset=utf-8) where none is documented',
    ],
    [
      'a type of no body',
      { ...capture(403, undefined), headers: new Headers({ ...STAMPS, ...JSON_TYPE }) },
      'a body (application/json; charset=utf-8) where none is documented',
    ],
    [
      'an error without codes',
      capture(422, 'x', '{"request_id":"a","error_type":"b","error_codes":[]}'),
      '/error_codes must NOT have fewer than 1 items',
    ],
    [
      'a server error',
      { ...capture(500, undefined), text: 'Internal Server Error' },
      'a status that is not documented',
    ],
  ];

  it.each(planted)('%s', (_, exchange, deviation) => {
    expect(deviationsOf(exchange)).toEqual([expect.stringContaining(`: ${deviation}`)]);
  });

  const beyond: [Beyond, Exchange][] = [
    ['malformed JSON', capture(400, 'request_json_invalid')],
    ['broken-off body', capture(400, 'request_body_incomplete')],
    ['unknown path', { ...capture(404, 'path_unknown'), url: `${ORIGIN}/nowhere` }],
    ['wrong method', { ...capture(405, 'method_not_allowed'), method: 'PUT' }],
    ['body too large', capture(413, 'request_body_too_large')],
    ['not JSON', capture(415, 'content_type_invalid')],
    ['in flight', capture(429, 'duplicate_request')],
  ];

  it.each(beyond)('an answer about %s, unless the test allows just that', (name, exchange) => {
    expect(deviationsOf(exchange)).toHaveLength(1);
    expect(deviationsOf(exchange, ...EVERYTHING_BEYOND.filter((other) => other !== name))).toHaveLength(1);
    expect(deviationsOf(exchange, name)).toEqual([]);
  });

  it.each(beyond)('an answer about %s that says it in a form of its own', (name, exchange) => {
    expect(deviationsOf({ ...exchange, text: '{}' }, name)).toHaveLength(1);
    expect(deviationsOf({ ...exchange, headers: new Headers(JSON_TYPE) }, name)).toHaveLength(2);
    const { error_codes } = JSON.parse(exchange.text) as { error_codes: string[] };
    expect(deviationsOf({ ...exchange, text: JSON.stringify({ error_codes }) }, name)).toHaveLength(2);
  });
});

it('knows every operation by the requests that belong to it, and by no others', () => {
  for (const { method, path, secured } of operations) {
    const url = ORIGIN + path.replace('{id}', ID);
    const unauthorized = { ...capture(401, undefined), method: method.toUpperCase(), url };
    expect(deviationsOf(unauthorized)).toHaveLength(secured ? 0 : 1);
    expect(deviationsOf({ ...unauthorized, method: 'PATCH' })).toHaveLength(1);
    expect(deviationsOf({ ...unauthorized, url: `${url}/and/more` })).toHaveLength(1);
  }
});

it('listens in on a fetch and passes its answers on unread', async () => {
  const court = judge(createSandbox().fetch);
  const unknown = await court.fetch(`${ORIGIN}/nowhere`);

  expect(court.deviations).toEqual(['GET /nowhere answered 404: a status that is not documented']);
  expect(await unknown.json()).toMatchObject({ error_codes: ['path_unknown'] });

  await court.fetch(new URL(`${ORIGIN}/payments/${ID}`));
  await court.fetch(new Request(`${ORIGIN}/payments/${ID}/voids`, { method: 'POST' }));
  expect(court.deviations).toHaveLength(1);
});

it('leaves the controls of the sandbox alone, which are no part of the API', async () => {
  const court = judge(createSandbox().fetch);
  await court.fetch(`${ORIGIN}/_sandbox/clock`);
  expect(court.deviations).toEqual([]);
});
