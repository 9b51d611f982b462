import { describe, expect, it } from 'vitest';
import { operationTable } from '../lib/description.js';
import {
  ALL_UNDOCUMENTED_ERRORS,
  type Exchange,
  findViolations,
  type UndocumentedError,
} from './conformance.js';

const ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';
const ORIGIN = 'http://sandbox.test';
const COMMON_HEADERS = { 'Cko-Request-Id': 'a', 'Cko-Version': '1' };
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

const action = {
  id: 'act_aaaaaaaaaaaaaaaaaaaaaaaaaa',
  type: 'Capture',
  amount: 1,
  response_code: '10000',
  processed_on: '2026-01-01T00:00:00.000Z',
  approved: true,
};

/** Returns a documented list of actions, apart from the overridden fields. */
function listActions({
  body = [action] as unknown,
  ...overrides
}: Partial<Exchange> & { body?: unknown } = {}) {
  return {
    method: 'GET',
    url: `${ORIGIN}/payments/${ID}/actions`,
    status: 200,
    headers: new Headers({ ...COMMON_HEADERS, ...JSON_TYPE }),
    text: JSON.stringify(body),
    ...overrides,
  };
}

/** Returns a response to a capture, by default with an error as its body. */
function capturePayment(status: number, code: string | undefined, text?: string): Exchange {
  const error = { request_id: 'a', error_type: 'request_invalid', error_codes: [code] };
  return {
    method: 'POST',
    url: `${ORIGIN}/payments/${ID}/captures`,
    status,
    headers: new Headers(code === undefined ? COMMON_HEADERS : { ...COMMON_HEADERS, ...JSON_TYPE }),
    text: text ?? (code === undefined ? '' : JSON.stringify(error)),
  };
}

it('finds no violation in documented responses', () => {
  expect(findViolations(listActions())).toEqual([]);
  expect(findViolations(capturePayment(403, undefined))).toEqual([]);
  expect(findViolations(capturePayment(422, 'amount_invalid'))).toEqual([]);
});

describe('a violation', () => {
  const violations: [string, Exchange, string][] = [
    [
      'a status that the operation does not document',
      listActions({ status: 201 }),
      'the status is not documented',
    ],
    ['no body where one is documented', listActions({ text: '' }), 'the documented body is missing'],
    [
      'a body of another type',
      listActions({ headers: new Headers({ ...COMMON_HEADERS, 'Content-Type': 'text/plain' }) }),
      'the Content-Type is text/plain',
    ],
    [
      'a body without a type',
      listActions({ headers: new Headers(COMMON_HEADERS) }),
      'the Content-Type is null',
    ],
    ['a body that is not JSON', listActions({ text: '[{' }), 'the body is not JSON'],
    [
      'a field of a wrong type',
      listActions({ body: [{ ...action, amount: '1' }] }),
      '/0/amount must be number',
    ],
    [
      'a missing field',
      listActions({ body: [{ ...action, approved: undefined }] }),
      "/0 must have required property 'approved'",
    ],
    [
      'an invalid time',
      listActions({ body: [{ ...action, processed_on: 'today' }] }),
      '/0/processed_on must match format "date-time"',
    ],
    [
      'an unknown enum member',
      listActions({ body: [{ ...action, type: 'Gift' }] }),
      '/0/type must be equal to one of the allowed values',
    ],
    [
      'no request id',
      listActions({ headers: new Headers({ ...JSON_TYPE, 'Cko-Version': '1' }) }),
      'the header Cko-Request-Id is missing',
    ],
    [
      'a missing version where no header is documented',
      { ...capturePayment(403, undefined), headers: new Headers({ 'Cko-Request-Id': 'a' }) },
      'the header Cko-Version is missing',
    ],
    [
      'a body where none is documented',
      capturePayment(403, 'not_allowed'),
      'a body (application/json; charset=utf-8) is not documented',
    ],
    [
      'a Content-Type without a body',
      { ...capturePayment(403, undefined), headers: new Headers({ ...COMMON_HEADERS, ...JSON_TYPE }) },
      'a body (application/json; charset=utf-8) is not documented',
    ],
    [
      'an error without codes',
      capturePayment(422, 'x', '{"request_id":"a","error_type":"b","error_codes":[]}'),
      '/error_codes must NOT have fewer than 1 items',
    ],
    [
      'a server error',
      { ...capturePayment(500, undefined), text: 'Internal Server Error' },
      'the status is not documented',
    ],
  ];

  it.each(violations)('is found in a response with %s', (_, exchange, violation) => {
    expect(findViolations(exchange)).toEqual([expect.stringContaining(`: ${violation}`)]);
  });

  const undocumented: [UndocumentedError, Exchange][] = [
    ['malformed JSON', capturePayment(400, 'request_json_invalid')],
    ['incomplete body', capturePayment(400, 'request_body_incomplete')],
    ['unknown path', { ...capturePayment(404, 'path_unknown'), url: `${ORIGIN}/nowhere` }],
    ['wrong method', { ...capturePayment(405, 'method_not_allowed'), method: 'PUT' }],
    ['body too large', capturePayment(413, 'request_body_too_large')],
    ['not JSON', capturePayment(415, 'content_type_invalid')],
    ['in flight', capturePayment(429, 'duplicate_request')],
  ];

  it.each(undocumented)(
    'is found in the error for %s, unless exactly this error is allowed',
    (name, exchange) => {
      expect(findViolations(exchange)).toHaveLength(1);
      expect(
        findViolations(exchange, ...ALL_UNDOCUMENTED_ERRORS.filter((other) => other !== name)),
      ).toHaveLength(1);
      expect(findViolations(exchange, name)).toEqual([]);
    },
  );

  it.each(undocumented)('is found in the allowed error for %s when its form is wrong', (name, exchange) => {
    expect(findViolations({ ...exchange, text: '{}' }, name)).toHaveLength(1);
    expect(findViolations({ ...exchange, headers: new Headers(JSON_TYPE) }, name)).toHaveLength(2);
    const { error_codes } = JSON.parse(exchange.text) as { error_codes: string[] };
    expect(findViolations({ ...exchange, text: JSON.stringify({ error_codes }) }, name)).toHaveLength(2);
  });
});

it('finds a violation in the 401 for wrong Basic credentials, unless it is allowed and is a token error', () => {
  const exchange: Exchange = {
    method: 'POST',
    url: `${ORIGIN}/connect/token`,
    status: 401,
    headers: new Headers({ ...COMMON_HEADERS, ...JSON_TYPE }),
    text: '{"error":"invalid_client"}',
  };

  expect(findViolations(exchange)).toHaveLength(1);
  expect(findViolations(exchange, 'wrong Basic credentials')).toEqual([]);
  const other = { ...exchange, text: '{"error":"invalid_client","error_description":5}' };
  expect(findViolations(other, 'wrong Basic credentials')).toHaveLength(1);
});

it('recognizes every operation by its method and path, and no other requests', () => {
  for (const { method, path, secured } of Object.values(operationTable)) {
    const url = ORIGIN + path.replace('{id}', ID);
    const unauthorized = { ...capturePayment(401, undefined), method, url };
    expect(findViolations(unauthorized)).toHaveLength(secured ? 0 : 1);
    expect(findViolations({ ...unauthorized, method: 'PATCH' })).toHaveLength(1);
    expect(findViolations({ ...unauthorized, url: `${url}/and/more` })).toHaveLength(1);
  }
});

it('finds no violation in responses of the controls, which are not part of the API', () => {
  expect(findViolations({ ...listActions({ status: 418 }), url: `${ORIGIN}/_sandbox/clock` })).toEqual([]);
});
