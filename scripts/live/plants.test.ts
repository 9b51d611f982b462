import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOneLine } from './report.js';
import { answering, editing, lacking, replacing } from './testing/alterations.js';
import { type Line, openLine, pay } from './testing/line.js';
import type { Alteration } from './testing/provider.js';

interface Plant {
  readonly what: string;
  readonly alteration: Alteration;
  /** Everything that is to be reported. */
  readonly reported: readonly string[];
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

const PLANTS: readonly Plant[] = [
  {
    what: 'an undocumented status',
    alteration: replacing('getPaymentDetails', 404, { status: 410 }),
    reported: ['getPaymentDetails 410: status 410 is not documented; 200, 401, 404 are'],
  },
  {
    what: 'another success',
    alteration: answering('searchPayments', 202, (given) => ({ ...given, status: 200 })),
    reported: ['searchPayments 200: status 200 is not documented; 202, 400, 401, 403, 422 are'],
  },
  {
    what: 'another refusal of a wrong secret',
    alteration: replacing('getToken', 400, { status: 401 }),
    reported: ['getToken 401: status 401 is not documented; 200, 400 are'],
  },
  {
    what: 'a success for a token that nobody issued',
    alteration: replacing('getPaymentActions', 401, {
      status: 200,
      text: '[]',
      headers: { 'Content-Type': 'application/json' },
    }),
    reported: ['getPaymentActions 200: status is 200, where 401 is due'],
  },
  {
    what: 'a redirect',
    alteration: replacing('getPaymentActions', 404, { status: 302, headers: { Location: '/elsewhere' } }),
    reported: ['getPaymentActions 302: status 302 is not documented; 200, 401, 404 are'],
  },
  {
    what: 'a required field missing',
    alteration: editing('getPaymentDetails', 200, ({ approved, ...body }) => body),
    reported: ['getPaymentDetails 200: body lacks `approved`'],
  },
  {
    what: 'a field of another type',
    alteration: editing('getPaymentDetails', 200, (body) => ({ ...body, amount: '1000' })),
    reported: ['getPaymentDetails 200: body.amount is of type string, not integer'],
  },
  {
    what: 'null where it is not allowed',
    alteration: editing('getPaymentsList', 202, (body) => ({ ...body, total_count: null })),
    reported: ['getPaymentsList 202: body.total_count is of type null, not integer'],
  },
  {
    what: 'an unknown member of an enum',
    alteration: editing('getPaymentDetails', 200, (body) => ({ ...body, status: 'Settling' })),
    reported: ['getPaymentDetails 200: body.status is `Settling`, which is not among the documented values'],
  },
  {
    what: 'an unknown reason for no token',
    alteration: editing('getToken', 400, (body) => ({ ...body, error: 'access_denied' })),
    reported: ['getToken 400: body.error is `access_denied`, which is not among the documented values'],
  },
  {
    what: 'a date of another format',
    alteration: editing('getPaymentDetails', 200, (body) => ({ ...body, requested_on: '1 March 2026' })),
    reported: ['getPaymentDetails 200: body.requested_on has not the form of a date-time'],
  },
  {
    what: 'identifiers of another form in a list',
    alteration: editing('getPaymentActions', 200, (body) =>
      Object.values(body).map((action) => ({ ...Object(action), id: 'action-1' })),
    ),
    reported: ['getPaymentActions 200: body.*.id does not match `^act_\\w{26}$`'],
  },
  {
    what: 'another envelope around a page',
    alteration: editing('getPaymentsList', 202, ({ data, ...body }) => ({ ...body, payments: data })),
    reported: ['getPaymentsList 202: body lacks `data`'],
  },
  {
    what: 'another content type',
    alteration: replacing('getPaymentsList', 202, { headers: HTML }),
    reported: ['getPaymentsList 202: header Content-Type is text/html, where application/json is documented'],
  },
  {
    what: 'a documented header missing',
    alteration: lacking('getPaymentActions', 200, 'Cko-Version'),
    reported: ['getPaymentActions 200: header Cko-Version is missing'],
  },
  {
    what: 'a body where none is documented',
    alteration: replacing('getPaymentDetails', 404, { text: '{"message":"Not found."}' }),
    reported: ['getPaymentDetails 404: body is there, where none is documented'],
  },
  {
    what: 'no body where one is documented',
    alteration: replacing('searchPayments', 422, { text: '' }),
    reported: ['searchPayments 422: body is missing'],
  },
  {
    what: 'JSON that breaks off',
    alteration: answering('getPaymentActions', 200, (given) => ({ ...given, text: given.text.slice(0, -1) })),
    reported: ['getPaymentActions 200: body is not JSON'],
  },
  {
    what: 'an error body of another shape',
    alteration: editing('getPaymentsList', 422, () => ({ message: 'limit must not be more than 100' })),
    reported: ['getPaymentsList 422: body lacks `request_id`, `error_type`, `error_codes`'],
  },
  {
    what: 'a connection that breaks',
    alteration: answering('getPaymentsList', 422, () => undefined),
    reported: ['getPaymentsList: answer is missing: the connection broke'],
  },
  {
    what: 'a status that a proxy would answer itself',
    alteration: replacing('getPaymentActions', 200, { status: 501, text: '' }),
    reported: ['getPaymentActions 501: status 501 is not documented; 200, 401, 404 are'],
  },
  {
    what: 'a token that cannot be used',
    alteration: editing('getToken', 200, (body) => ({ ...body, expires_in: '3600' })),
    reported: ['getToken 200: body.expires_in is of type string, not number'],
  },
  {
    what: 'payments below another path',
    alteration: async ({ path }, answer) =>
      path.startsWith('/payments') ? { status: 404, headers: new Headers(), text: '' } : answer(),
    reported: [
      'getPaymentsList 404: status 404 is not documented; 202, 401, 422 are',
      'searchPayments 404: status 404 is not documented; 202, 400, 401, 403, 422 are',
      'getPaymentDetails 404: status is 404, where 401 is due',
      'getPaymentActions 404: status is 404, where 401 is due',
    ],
  },
];

describe('of a server that deviates, the report names', () => {
  let line: Line;
  beforeAll(async () => {
    line = await openLine();
    await pay(line.provider.sandbox);
  });
  afterAll(() => line.close());

  it.each(PLANTS)('$what, and nothing else', async ({ alteration, reported }) => {
    const { report } = await line.run({}, alteration);
    expect(report.deviations.map(inOneLine)).toEqual(reported);
  });
});
