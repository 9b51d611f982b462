import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDeviation } from './report/report.js';
import { changeBody, changeResponse, removeHeader, replaceParts } from './testing/alterations.js';
import type { Alteration } from './testing/provider.js';
import { makePayment, startTestRunner, type TestRunner } from './testing/test-run.js';

interface SeededDeviation {
  readonly what: string;
  readonly alteration: Alteration;
  /** All lines of the report. */
  readonly reported: readonly string[];
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

const SEEDED_DEVIATIONS: readonly SeededDeviation[] = [
  {
    what: 'an undocumented status',
    alteration: replaceParts('getPaymentDetails', 404, { status: 410 }),
    reported: ['getPaymentDetails 410: status 410 is not documented (documented: 200, 401, 404)'],
  },
  {
    what: 'an undocumented success',
    alteration: changeResponse('searchPayments', 202, (response) => ({ ...response, status: 200 })),
    reported: ['searchPayments 200: status 200 is not documented (documented: 202, 400, 401, 403, 422)'],
  },
  {
    what: 'an undocumented rejection of a wrong secret',
    alteration: replaceParts('getToken', 400, { status: 401 }),
    reported: ['getToken 401: status 401 is not documented (documented: 200, 400)'],
  },
  {
    what: 'a success for a token that was not issued',
    alteration: replaceParts('getPaymentActions', 401, {
      status: 200,
      body: '[]',
      headers: { 'Content-Type': 'application/json' },
    }),
    reported: ['getPaymentActions 200: status is 200, expected 401'],
  },
  {
    what: 'a redirect',
    alteration: replaceParts('getPaymentActions', 404, { status: 302, headers: { Location: '/elsewhere' } }),
    reported: ['getPaymentActions 302: status 302 is not documented (documented: 200, 401, 404)'],
  },
  {
    what: 'a missing required field',
    alteration: changeBody('getPaymentDetails', 200, ({ approved, ...body }) => body),
    reported: ['getPaymentDetails 200: body lacks `approved`'],
  },
  {
    what: 'a field of another type',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, amount: '1000' })),
    reported: ['getPaymentDetails 200: body.amount is of type string, not integer'],
  },
  {
    what: 'null where it is not allowed',
    alteration: changeBody('getPaymentsList', 202, (body) => ({ ...body, total_count: null })),
    reported: ['getPaymentsList 202: body.total_count is of type null, not integer'],
  },
  {
    what: 'another spelling of an enum value',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, status: 'captured' })),
    reported: ['getPaymentDetails 200: body.status is `captured`, which is not a documented value'],
  },
  {
    what: 'another spelling of a reason why no token is issued',
    alteration: changeBody('getToken', 400, (body) => ({ ...body, error: 'invalid client' })),
    reported: ['getToken 400: body.error is `invalid client`, which is not a documented value'],
  },
  {
    what: 'a date of another format',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, requested_on: '1 March 2026' })),
    reported: ['getPaymentDetails 200: body.requested_on is not a valid date-time'],
  },
  {
    what: 'identifiers of another form in a list',
    alteration: changeBody('getPaymentActions', 200, (body) =>
      Object.values(body).map((action) => ({ ...Object(action), id: 'action-1' })),
    ),
    reported: ['getPaymentActions 200: body.*.id does not match `^act_\\w{26}$`'],
  },
  {
    what: 'another envelope of a page',
    alteration: changeBody('getPaymentsList', 202, ({ data, ...body }) => ({ ...body, payments: data })),
    reported: ['getPaymentsList 202: body lacks `data`'],
  },
  {
    what: 'another content type',
    alteration: replaceParts('getPaymentsList', 202, { headers: HTML }),
    reported: ['getPaymentsList 202: header Content-Type is text/html, but application/json is documented'],
  },
  {
    what: 'a missing documented header',
    alteration: removeHeader('getPaymentActions', 200, 'Cko-Version'),
    reported: ['getPaymentActions 200: header Cko-Version is missing'],
  },
  {
    what: 'a body where none is documented',
    alteration: replaceParts('getPaymentDetails', 404, { body: '{"message":"Not found."}' }),
    reported: ['getPaymentDetails 404: body is present, but none is documented'],
  },
  {
    what: 'a missing body',
    alteration: replaceParts('searchPayments', 422, { body: '' }),
    reported: ['searchPayments 422: body is missing'],
  },
  {
    what: 'truncated JSON',
    alteration: changeResponse('getPaymentActions', 200, (response) => ({
      ...response,
      body: response.body.slice(0, -1),
    })),
    reported: ['getPaymentActions 200: body is not valid JSON'],
  },
  {
    what: 'an error body of another shape',
    alteration: changeBody('getPaymentsList', 422, () => ({ message: 'limit must not be more than 100' })),
    reported: ['getPaymentsList 422: body lacks `request_id`, `error_type`, `error_codes`'],
  },
  {
    what: 'a connection that is closed',
    alteration: changeResponse('getPaymentsList', 422, () => undefined),
    reported: ['getPaymentsList: response is missing: the connection was closed'],
  },
  {
    what: 'a status that Prism would replace',
    alteration: replaceParts('getPaymentActions', 200, { status: 501, body: '' }),
    reported: ['getPaymentActions 501: status 501 is not documented (documented: 200, 401, 404)'],
  },
  {
    what: 'a token that cannot be used',
    alteration: changeBody('getToken', 200, (body) => ({ ...body, expires_in: '3600' })),
    reported: ['getToken 200: body.expires_in is of type string, not number'],
  },
  {
    what: 'payments below another path',
    alteration: async ({ path }, respond) =>
      path.startsWith('/payments') ? { status: 404, headers: new Headers(), body: '' } : respond(),
    reported: [
      'getPaymentsList 404: status 404 is not documented (documented: 202, 401, 422)',
      'searchPayments 404: status 404 is not documented (documented: 202, 400, 401, 403, 422)',
      'getPaymentDetails 404: status is 404, expected 401',
      'getPaymentActions 404: status is 404, expected 401',
    ],
  },
];

describe('checkLive on a server that deviates', () => {
  let runner: TestRunner;
  beforeAll(async () => {
    runner = await startTestRunner();
    await makePayment(runner.provider.sandbox);
  });
  afterAll(() => runner.close());

  it.each(SEEDED_DEVIATIONS)('reports $what, and nothing else', async ({ alteration, reported }) => {
    const { report } = await runner.run({}, alteration);
    expect(report.deviations.map(formatDeviation)).toEqual(reported);
  });
});
