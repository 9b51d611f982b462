import { describe, expect, it } from 'vitest';
import type { Client } from '../client.js';
import {
  type Alteration,
  type ApiResponse,
  changeBody,
  type ObservedApi,
  replaceParts,
  startObservedApi,
} from '../testing/observed-api.js';
import type { ObservedDeviation } from './report.js';

const CARD = {
  type: 'card',
  number: '4242424242424242',
  expiry_month: 12,
  expiry_year: 2030,
  cvv: '100',
};
const ORDER = { amount: 1000, currency: 'USD', source: CARD, reference: 'ORD-17' };
const REFUND = { pnm_payment_identifier: '3141592653' };
const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

/** Makes calls to all operations, with success and without, and ignores what becomes of them. */
async function makeCalls({ client, sandbox }: ObservedApi): Promise<void> {
  const held = await takeId(
    client.requestPayment({ ...ORDER, capture: false, authorization_type: 'Estimated' }),
  );
  const paid = await takeId(client.requestPayment(ORDER));
  const retried = await takeId(
    client.requestPayment({ ...ORDER, payment_type: 'Recurring', merchant_initiated: true, amount: 1005 }),
  );
  await settle(client.requestPayment({ ...ORDER, amount: 1003 }));
  await settle(client.requestPayment({ ...ORDER, source: { ...CARD, number: '4242424242424241' } }));
  await settle(client.incrementAuthorization(held, { amount: 250 }));
  await settle(client.capturePayment(held, { amount: 400, capture_type: 'NonFinal' }));
  sandbox.clock.advance(60_000);
  await settle(client.voidPayment(held));
  await settle(client.voidPayment(paid));
  await settle(client.refundPayment(paid, REFUND));
  await settle(client.reversePayment(await takeId(client.requestPayment(ORDER)), REFUND));
  await settle(client.cancelScheduledRetry(retried));
  for (const id of [held, paid, UNKNOWN_ID]) {
    await settle(client.getPaymentDetails(id));
    await settle(client.getPaymentActions(id));
  }
  await settle(client.getPaymentsList({ reference: 'ORD-17' }));
  await settle(client.getPaymentsList({ reference: 'ORD-17', limit: 1.5 }));
  await settle(client.searchPayments({ query: "reference:'ORD-17'" }));
  await settle(client.searchPayments({ query: 'amount > 100' }));
}

async function settle(call: PromiseLike<unknown>): Promise<void> {
  await call.then(undefined, () => {});
}

/** Returns the id of a payment, or one of none where its response cannot be used. */
async function takeId(call: ReturnType<Client['requestPayment']>): Promise<string> {
  const { id } = await call.then(
    (payment) => payment,
    () => ({ id: UNKNOWN_ID }),
  );
  return /^pay_\w{26}$/.test(id) ? id : UNKNOWN_ID;
}

function formatDeviation({ operationId, status, place, problem }: ObservedDeviation): string {
  return `${operationId} ${status}: ${place} ${problem}`;
}

interface Deviation {
  readonly what: string;
  readonly alteration: Alteration;
  /** All lines of the report. */
  readonly reported: readonly string[];
  readonly pointer?: string | null;
  readonly keyword: string;
}

const withoutHeader =
  (name: string) =>
  (response: ApiResponse): ApiResponse => ({
    ...response,
    headers: Object.fromEntries(Object.entries(response.headers).filter(([one]) => one !== name)),
  });

const DEVIATIONS: readonly Deviation[] = [
  {
    what: 'an undocumented status',
    alteration: replaceParts('getPaymentDetails', 404, { status: 410 }),
    reported: ['getPaymentDetails 410: status 410 is not documented (documented: 200, 401, 404)'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'an undocumented success',
    alteration: replaceParts('searchPayments', 202, { status: 200 }),
    reported: ['searchPayments 200: status 200 is not documented (documented: 202, 400, 401, 403, 422)'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'a redirect',
    alteration: replaceParts('getPaymentActions', 404, { status: 302, headers: { Location: '/elsewhere' } }),
    reported: ['getPaymentActions 302: status 302 is not documented (documented: 200, 401, 404)'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'a missing required field',
    alteration: changeBody('getPaymentDetails', 200, ({ approved, ...body }) => body),
    reported: ['getPaymentDetails 200: body lacks `approved`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'a field of another type',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, amount: '1000' })),
    reported: ['getPaymentDetails 200: body.amount is of type string, not integer'],
    pointer: '/amount',
    keyword: 'type',
  },
  {
    what: 'a negative amount',
    alteration: changeBody('incrementAuthorization', 201, (body) => ({ ...body, amount: -5 })),
    reported: ['incrementAuthorization 201: body.amount violates `minimum` 0'],
    pointer: '/amount',
    keyword: 'minimum',
  },
  {
    what: 'null where it is not allowed',
    alteration: changeBody('getPaymentsList', 202, (body) => ({ ...body, total_count: null })),
    reported: ['getPaymentsList 202: body.total_count is of type null, not integer'],
    pointer: '/total_count',
    keyword: 'type',
  },
  {
    what: 'an undocumented enum value',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, status: 'Settling' })),
    reported: ['getPaymentDetails 200: body.status is not a documented value'],
    pointer: '/status',
    keyword: 'enum',
  },
  {
    what: 'a date of another format',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, requested_on: '1 March 2026' })),
    reported: ['getPaymentDetails 200: body.requested_on is not a valid date-time'],
    pointer: '/requested_on',
    keyword: 'format',
  },
  {
    what: 'identifiers of another form in a list',
    alteration: changeBody('getPaymentActions', 200, (body) =>
      body.map((action: object) => ({ ...action, id: 'action-1' })),
    ),
    reported: ['getPaymentActions 200: body.*.id does not match `^act_\\w{26}$`'],
    pointer: '/*/id',
    keyword: 'pattern',
  },
  {
    what: 'another envelope of a page',
    alteration: changeBody('getPaymentsList', 202, ({ data, ...body }) => ({ ...body, payments: data })),
    reported: ['getPaymentsList 202: body lacks `data`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'an object in place of a list',
    alteration: changeBody('getPaymentActions', 200, (body) => ({ data: body })),
    reported: ['getPaymentActions 200: body is of type object, not array'],
    pointer: '',
    keyword: 'type',
  },
  {
    what: 'a string in a nested object',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({
      ...body,
      balances: { ...body.balances, total_captured: '1000' },
    })),
    reported: ['getPaymentDetails 200: body.balances.total_captured is of type string, not integer'],
    pointer: '/balances/total_captured',
    keyword: 'type',
  },
  {
    what: 'another content type',
    alteration: replaceParts('getPaymentsList', 202, { headers: { 'content-type': 'text/html' } }),
    reported: ['getPaymentsList 202: header Content-Type is another one, but application/json is documented'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'a missing documented header',
    alteration: { operationId: 'getPaymentActions', status: 200, change: withoutHeader('cko-version') },
    reported: ['getPaymentActions 200: header Cko-Version is missing'],
    pointer: null,
    keyword: 'missing',
  },
  {
    what: 'a body where none is documented',
    alteration: replaceParts('getPaymentDetails', 404, { body: '{"message":"Not found."}' }),
    reported: ['getPaymentDetails 404: body is present, but none is documented'],
    pointer: '',
    keyword: 'undocumented',
  },
  {
    what: 'a missing body',
    alteration: replaceParts('searchPayments', 422, { body: '' }),
    reported: ['searchPayments 422: body is missing'],
    pointer: '',
    keyword: 'missing',
  },
  {
    what: 'truncated JSON',
    alteration: {
      operationId: 'getPaymentActions',
      status: 200,
      change: (response) => ({ ...response, body: response.body.slice(0, -1) }),
    },
    reported: ['getPaymentActions 200: body is not valid JSON'],
    pointer: '',
    keyword: 'JSON',
  },
  {
    what: 'an error body of another shape',
    alteration: changeBody('getPaymentsList', 422, () => ({ message: 'limit must not be more than 100' })),
    reported: ['getPaymentsList 422: body lacks `request_id`, `error_type`, `error_codes`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'a payment without an id',
    alteration: changeBody('requestPayment', 201, ({ id, ...body }) => body),
    reported: ['requestPayment 201: body lacks `id`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'an accepted action without an id',
    alteration: changeBody('voidPayment', 202, ({ action_id, ...body }) => body),
    reported: ['voidPayment 202: body lacks `action_id`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'a token whose lifetime is a string',
    alteration: changeBody('getToken', 200, (body) => ({ ...body, expires_in: '3600' })),
    reported: ['getToken 200: body.expires_in is of type string, not number'],
    pointer: '/expires_in',
    keyword: 'type',
  },
  {
    what: 'an acceptance with the status of a creation',
    alteration: replaceParts('capturePayment', 202, { status: 201 }),
    reported: ['capturePayment 201: status 201 is not documented (documented: 202, 401, 403, 404, 422, 502)'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'an internal error in place of a rejection',
    alteration: replaceParts('getPaymentsList', 422, { status: 500, body: '<h1>Oops</h1>' }),
    reported: ['getPaymentsList 500: status 500 is not documented (documented: 202, 401, 422)'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'a boolean as a string',
    alteration: changeBody('requestPayment', 201, (body) => ({ ...body, approved: String(body.approved) })),
    reported: ['requestPayment 201: body.approved is of type string, not boolean'],
    pointer: '/approved',
    keyword: 'type',
  },
  {
    what: 'an amount in major units with decimals',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, amount: 10.5 })),
    reported: ['getPaymentDetails 200: body.amount is of type number, not integer'],
    pointer: '/amount',
    keyword: 'type',
  },
  {
    what: 'a currency in lower case',
    alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, currency: 'usd' })),
    reported: ['getPaymentDetails 200: body.currency does not match `^[A-Z]{3}$`'],
    pointer: '/currency',
    keyword: 'pattern',
  },
  {
    what: 'an undocumented type of an action',
    alteration: changeBody('getPaymentActions', 200, (body) =>
      body.map((action: object) => ({ ...action, type: 'Settle' })),
    ),
    reported: ['getPaymentActions 200: body.*.type is not a documented value'],
    pointer: '/*/type',
    keyword: 'enum',
  },
  {
    what: 'a link that is a string',
    alteration: changeBody('voidPayment', 202, (body) => ({
      ...body,
      _links: { ...body._links, payment: '/payments/pay_1' },
    })),
    reported: ['voidPayment 202: body._links.payment is of type string, not object'],
    pointer: '/_links/payment',
    keyword: 'type',
  },
  {
    what: 'null in place of a body',
    alteration: replaceParts('refundPayment', 202, { body: 'null' }),
    reported: ['refundPayment 202: body is of type null, not object'],
    pointer: '',
    keyword: 'type',
  },
  {
    what: 'an array in place of an object',
    alteration: changeBody('cancelScheduledRetry', 202, (body) => [body]),
    reported: ['cancelScheduledRetry 202: body is of type array, not object'],
    pointer: '',
    keyword: 'type',
  },
  {
    what: 'a reversal without its action',
    alteration: changeBody('reversePayment', 202, ({ action_id, ...body }) => body),
    reported: ['reversePayment 202: body lacks `action_id`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'error codes that are a string',
    alteration: changeBody('requestPayment', 422, (body) => ({
      ...body,
      error_codes: 'card_number_invalid',
    })),
    reported: ['requestPayment 422: body.error_codes is of type string, not array'],
    pointer: '/error_codes',
    keyword: 'type',
  },
  {
    what: 'a token response without a token',
    alteration: changeBody('getToken', 200, ({ access_token, ...body }) => body),
    reported: ['getToken 200: body lacks `access_token`'],
    pointer: '',
    keyword: 'required',
  },
  {
    what: 'a missing request id',
    alteration: { operationId: 'capturePayment', status: 202, change: withoutHeader('cko-request-id') },
    reported: ['capturePayment 202: header Cko-Request-Id is missing'],
    pointer: null,
    keyword: 'missing',
  },
  {
    what: 'a missing content type',
    alteration: { operationId: 'searchPayments', status: 202, change: withoutHeader('content-type') },
    reported: ['searchPayments 202: header Content-Type is missing, but application/json is documented'],
    pointer: null,
    keyword: 'undocumented',
  },
  {
    what: 'a problem document in place of an error',
    alteration: replaceParts('searchPayments', 422, {
      headers: { 'content-type': 'application/problem+json' },
    }),
    reported: ['searchPayments 422: header Content-Type is another one, but application/json is documented'],
    pointer: null,
    keyword: 'undocumented',
  },
];

/** What the description leaves open. */
const VARIETY: readonly (readonly [string, Alteration])[] = [
  [
    'an undocumented field',
    changeBody('getPaymentDetails', 200, (body) => ({ ...body, settled_on: '1 March 2026' })),
  ],
  [
    'an undocumented field of a nested object',
    changeBody('getPaymentDetails', 200, (body) => ({ ...body, source: { ...body.source, wallet: 1 } })),
  ],
  [
    'an undocumented link',
    changeBody('voidPayment', 202, (body) => ({
      ...body,
      _links: { ...body._links, next: { href: 'https://api.test/next' } },
    })),
  ],
  ['an undocumented header', replaceParts('getPaymentActions', 200, { headers: { 'X-Region': 'eu' } })],
  [
    'a content type with a charset',
    replaceParts('getPaymentDetails', 200, {
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    }),
  ],
  ['a list without items', changeBody('getPaymentActions', 200, () => [])],
];

describe('observe', () => {
  it('reports no deviation of the sandbox for any operation', async () => {
    const api = await startObservedApi();

    await makeCalls(api);

    const { deviations, answered, inferred } = await api.report();
    expect(deviations).toEqual([]);
    expect(answered.filter(({ statuses }) => Object.keys(statuses).length === 0)).toEqual([]);
    expect(inferred.filter(({ verdict }) => verdict === 'refuted')).toEqual([]);
    expect(inferred.filter(({ verdict }) => verdict === 'confirmed').length).toBeGreaterThan(60);
  });

  it.each(DEVIATIONS)(
    'reports $what, and nothing else',
    async ({ alteration, reported, pointer, keyword }) => {
      const api = await startObservedApi(alteration);

      await makeCalls(api);

      const { deviations } = await api.report();
      expect(deviations.map(formatDeviation)).toEqual(reported);
      expect(deviations).toMatchObject([{ pointer, keyword, judges: ['Ajv'] }]);
    },
  );

  it.each(VARIETY)('reports nothing for %s', async (_what, alteration) => {
    const api = await startObservedApi(alteration);

    await makeCalls(api);

    expect((await api.report()).deviations).toEqual([]);
  });
});
