import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../index.js';
import { connect, openApi } from '../testing/api.js';

const CIRCULAR: Record<string, unknown> = {};
CIRCULAR['self'] = [CIRCULAR];

const nest = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'effect'],
  ['null', null, 'effect'],
  ['no effect', {}, 'effect'],
  ['an unknown effect', { effect: 'explode' }, 'effect'],
  ['an unknown operation', { effect: 'delay', operationId: 'toString' }, 'operationId'],
  ['times of 0', { effect: 'delay', times: 0 }, 'times'],
  ['a fraction of times', { effect: 'delay', times: 1.5 }, 'times'],
  ['times as a string', { effect: 'delay', times: '2' }, 'times'],
  ['an invalid status', { effect: 'status', status: 99 }, 'status'],
  ['a status that is not final', { effect: 'status', status: 101 }, 'status'],
  ['a status as a string', { effect: 'status', status: '500' }, 'status'],
  ['a body with a status that has none', { effect: 'status', status: 204, body: {} }, 'body'],
  ['a body with a 205', { effect: 'status', status: 205, body: 'a' }, 'body'],
  [
    'a body with a status after the effect that has none',
    { effect: 'status-after', status: 304, body: 'a' },
    'body',
  ],
  ['an invalid status after the effect', { effect: 'status-after', status: 600 }, 'status'],
  ['a late arrival in the past', { effect: 'late', ms: -1 }, 'ms'],
  ['a late arrival after an endless time', { effect: 'late', ms: Number.POSITIVE_INFINITY }, 'ms'],
  ['a second delivery at a fraction of a millisecond', { effect: 'twice', ms: 0.5 }, 'ms'],
  ['a second delivery at a time that is a string', { effect: 'twice', ms: '0' }, 'ms'],
  ['headers that are a string', { effect: 'status', headers: 'a: b' }, 'headers'],
  ['a header that has no name', { effect: 'status', headers: { '': 'a' } }, 'headers'],
  ['a header with a line break', { effect: 'status', headers: { a: 'b\r\nc: d' } }, 'headers'],
  ['a negative time', { effect: 'delay', ms: -1 }, 'ms'],
  ['an infinite time', { effect: 'delay', ms: Number.POSITIVE_INFINITY }, 'ms'],
  ['a time that is not a number', { effect: 'delay', ms: Number.NaN }, 'ms'],
  ['a time that no timer can wait', { effect: 'delay', ms: 2 ** 31 }, 'ms'],
  ['a fraction of a millisecond', { effect: 'delay', ms: 0.5 }, 'ms'],
  ['a time as a string', { effect: 'delay', ms: '5' }, 'ms'],
  ['an array', [{ effect: 'delay' }], 'effect'],
  [
    'a class instance',
    new (class {
      effect = 'delay';
    })(),
    'effect',
  ],
  ['an effect in an array', { effect: ['delay'] }, 'effect'],
  ['an operation in an array', { effect: 'delay', operationId: ['getToken'] }, 'operationId'],
  ['an unknown field', { effect: 'delay', delay: 5 }, 'delay'],
  ['a time with a status', { effect: 'status', ms: 200 }, 'ms'],
  ['a time with a lost connection', { effect: 'drop-before', ms: 200 }, 'ms'],
  ['a status with a delay', { effect: 'delay', status: 500 }, 'status'],
  ['a body with a request in flight', { effect: 'in-flight', body: 'a' }, 'body'],
  ['headers with a late arrival', { effect: 'late', headers: {} }, 'headers'],
  ['negative times', { effect: 'delay', times: -1 }, 'times'],
  ['infinite times', { effect: 'delay', times: Number.POSITIVE_INFINITY }, 'times'],
  ['a status of four digits', { effect: 'status', status: 600 }, 'status'],
  ['a fraction of a status', { effect: 'status', status: 500.5 }, 'status'],
  ['null as a status', { effect: 'status', status: null }, 'status'],
  ['headers in pairs', { effect: 'status', headers: [['a', 'b']] }, 'headers'],
  ['a Headers object', { effect: 'status', headers: new Headers({ a: 'b' }) }, 'headers'],
  ['a Map of headers', { effect: 'status', headers: new Map([['a', 'b']]) }, 'headers'],
  ['a header with two values', { effect: 'status', headers: { a: ['b', 'c'] } }, 'headers'],
  ['a header with a number', { effect: 'status', headers: { 'Retry-After': 7 } }, 'headers'],
  ['a header that ends with a line break', { effect: 'status', headers: { a: 'b\n' } }, 'headers'],
  ['a header with a character that is not ASCII', { effect: 'status', headers: { a: 'é' } }, 'headers'],
  ['a header that begins with a space', { effect: 'status', headers: { a: ' b' } }, 'headers'],
  ['a header with DEL', { effect: 'status', headers: { a: 'b\u007fc' } }, 'headers'],
  ['a header name with a space', { effect: 'status', headers: { 'a b': 'c' } }, 'headers'],
  [
    'a header name twice',
    { effect: 'status', headers: { 'Retry-After': '1', 'retry-after': '2' } },
    'headers',
  ],
  ...[
    'Connection',
    'content-length',
    'Expect',
    'Host',
    'Keep-Alive',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
  ].map((name): [string, unknown, string] => [
    `the header ${name}`,
    { effect: 'status', headers: { [name]: '5' } },
    'headers',
  ]),
  ['a function as the body', { effect: 'status', body: () => 'a' }, 'body'],
  ['a bigint as the body', { effect: 'status', body: { amount: 1n } }, 'body'],
  ['a symbol as the body', { effect: 'status', body: Symbol('a') }, 'body'],
  ['bytes as the body', { effect: 'status', body: new Uint8Array(3) }, 'body'],
  ['a form as the body', { effect: 'status', body: new URLSearchParams('a=b') }, 'body'],
  ['a Map in the body', { effect: 'status', body: { a: new Map() } }, 'body'],
  ['a Date in the body', { effect: 'status', body: [new Date(0)] }, 'body'],
  ['NaN in the body', { effect: 'status', body: { a: Number.NaN } }, 'body'],
  ['a body that contains itself', { effect: 'status', body: CIRCULAR }, 'body'],
  ['a body of 65 levels', { effect: 'status', body: nest(65) }, 'body'],
  ['a body of 100 000 levels', { effect: 'status', body: JSON.parse(DEEP) }, 'body'],
])('throws an error that names the wrong field for %s', async (_, fault, field) => {
  const { sandbox } = await openApi();

  expect(() => sandbox.faults.inject(fault as Fault)).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: expect.stringMatching(`^faults\\.inject: \`${field}\` must be `),
    }),
  );

  expect((await sandbox.fetch('http://sandbox.test/payments')).status).toBe(401);
});

const EFFECTS =
  'drop-before, drop-after, status, status-after, delay, late, twice, stall-body, truncate-body, short-body, in-flight';

it.each<[unknown, string]>([
  [{}, `\`effect\` must be one of ${EFFECTS}`],
  [
    { effect: 'delay', seconds: 5 },
    '`seconds` must be left out: the fields of a fault with the effect delay are effect, operationId, times, ms',
  ],
  [{ effect: 'delay', operationId: 'pay' }, '`operationId` must be an operationId'],
  [{ effect: 'delay', times: 0 }, '`times` must be an integer of 1 or more'],
  [{ effect: 'status', status: 99 }, '`status` must be an integer from 200 to 599'],
  [{ effect: 'delay', ms: -1 }, '`ms` must be an integer from 0 to 2147483647'],
  [{ effect: 'status', headers: 'a: b' }, '`headers` must be an object of header names and string values'],
  [
    { effect: 'status', headers: { 'a b': 'c' } },
    '`headers` must be an object of header names and string values: "a b" is no header name',
  ],
  [
    { effect: 'status', headers: { A: 'b', 'Retry-After': 7 } },
    '`headers` must be an object of header names and string values: the value of Retry-After is no string',
  ],
  [
    { effect: 'status', headers: { 'X-Name': 'é' } },
    '`headers` must be an object of header names and string values: the value of X-Name has a character that is not ASCII or not visible',
  ],
  [
    { effect: 'status', headers: { 'X-Name': 'a\nb' } },
    '`headers` must be an object of header names and string values: the value of X-Name has a character that is not ASCII or not visible',
  ],
  [
    { effect: 'status', headers: { 'X-Name': ' b' } },
    '`headers` must be an object of header names and string values: the value of X-Name begins or ends with a space or a tab',
  ],
  [
    { effect: 'status', headers: { 'X-Name': 'b\t' } },
    '`headers` must be an object of header names and string values: the value of X-Name begins or ends with a space or a tab',
  ],
  [
    { effect: 'status', headers: { 'X-Name': ' ' } },
    '`headers` must be an object of header names and string values: the value of X-Name begins or ends with a space or a tab',
  ],
  [
    { effect: 'status', headers: { A: 'b', a: 'b' } },
    '`headers` must be without a name that differs from another by case',
  ],
  [
    { effect: 'status', headers: { Host: 'a' } },
    '`headers` must be without host, which the server sends itself',
  ],
  [{ effect: 'status', status: 204, body: 'a' }, '`body` must be undefined with status 204'],
  [{ effect: 'status', body: 1n }, '`body` must be a string or a JSON value of at most 64 levels'],
])('says what is wrong with %o', async (fault, expected) => {
  const { sandbox } = await openApi();

  expect(() => sandbox.faults.inject(fault as Fault)).toThrow(new TypeError(`faults.inject: ${expected}.`));
});

describe('a fault over HTTP', () => {
  it.each<[string, string, string]>([
    ['a time that no timer can wait', '{"effect":"delay","ms":2147483648}', 'ms'],
    ['headers in pairs', '{"effect":"status","headers":[["a","b"]]}', 'headers'],
    ['a length of its own', '{"effect":"status","headers":{"content-length":"5"}}', 'headers'],
    ['a header that ends with a line break', '{"effect":"status","headers":{"a":"b\\n"}}', 'headers'],
    ['a late arrival in the past', '{"effect":"late","ms":-1}', 'ms'],
    ['an unknown field', '{"effect":"delay","seconds":5}', 'seconds'],
    ['a body of 100 000 levels', `{"effect":"status","body":${DEEP}}`, 'body'],
  ])('is refused with 400 and the field for %s', async (_, body, field) => {
    const api = await openApi();

    const response = await api.request('POST', '/_sandbox/faults', body);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: expect.stringMatching(`^faults\\.inject: \`${field}\` must be `),
    });
  });
});

it.each<[string, Fault]>([
  ['the longest delay', { effect: 'delay', ms: 2 ** 31 - 1 }],
  ['no delay', { effect: 'delay', ms: 0 }],
  ['a late arrival of a read', { operationId: 'getPaymentDetails', effect: 'late', ms: 0 }],
  ['fields that are undefined', { effect: 'delay', ms: undefined, headers: undefined } as unknown as Fault],
  ['the lowest and the highest status', { effect: 'status', status: 200 }],
  ['the highest status', { effect: 'status', status: 599 }],
  ['a body of 64 levels', { effect: 'status', body: nest(64) }],
  ['a number as the body', { effect: 'status', body: 1.5 }],
  ['a boolean as the body', { effect: 'status', body: false }],
  ['null as the body', { effect: 'status', body: null }],
  ['a body with a field that is undefined', { effect: 'status', body: { a: undefined } }],
  ['objects without a prototype', Object.assign(Object.create(null), { effect: 'delay' })],
])('accepts %s', async (_, fault) => {
  const { sandbox } = await openApi();

  expect(() => sandbox.faults.inject(fault)).not.toThrow();
});

it('sends headers and a body of any form that it accepts unchanged, in-process and over HTTP', async () => {
  const { sandbox } = await openApi();
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const headers = { 'X-Empty': '', 'X-Inner': 'a\t b', "X-!#$%&'*+.^_`|~-": 'c' };
  const body = { text: 'é', list: [1, null, true, { deep: [] }], nothing: null };

  for (const api of [await connect(sandbox), await connect(sandbox, server.url, fetch)]) {
    sandbox.faults.inject({ operationId: 'getPaymentsList', effect: 'status', headers, body });
    const response = await api.request('GET', '/payments?reference=a');

    expect(response.status).toBe(500);
    for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    expect(await response.json()).toEqual(body);
  }
});
