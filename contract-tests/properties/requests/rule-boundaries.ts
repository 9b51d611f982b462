import { CARD } from '../../../contract/src/conformance/payments.js';
import type { OperationId } from '../../../generated/operations.js';
import { replaceAt } from '../schemas/break-site.js';
import { NOW } from './acceptable-values.js';
import { MAX_AMOUNT, WEEK } from './business-rules.js';
import { PAYMENT_AMOUNT, PAYMENT_CURRENCY, type RequestCase } from './request-case.js';

/** Amounts for which the sandbox simulates a response of the processor, in USD. */
const TRIGGERS = [3, 5, 90, 1003, 1005, 1012, 1014, 1033, 1051, 1054, 1062, 1063, 1090];

const PARTS = [0, 1, 2, ...around(PAYMENT_AMOUNT), ...around(MAX_AMOUNT)];
const TIMES = [NOW - 1, NOW, NOW + 1].map(writeTime);

/** Values around the limits that rules beyond the schemas have, by the place in the body. */
const BOUNDARIES: Readonly<Partial<Record<OperationId, Readonly<Record<string, readonly unknown[]>>>>> = {
  requestPayment: {
    '/amount': [0, 1, 2, 99, 100, ...TRIGGERS, ...around(MAX_AMOUNT)],
    '/currency': ['USD', 'EUR', 'JPY', 'KWD'],
    '/capture_on': [...TIMES, ...[NOW + WEEK - 1, NOW + WEEK].map(writeTime)],
    '/source/expiry_month': [0, 1, 12, 13, 1.5],
    '/source/expiry_year': [999, 1000, 2025, 2026, 9999, 10_000, 2026.5],
    '/source/cvv': ['12', '123', '1234', '12345', '12a'],
    // Of 11, 12, 19 and 20 digits, each with its check digit, and one with another check digit.
    '/source/number': [
      ...['42424242420', '424242424242', '4242424242424242428', '42424242424242424242'],
      '4242424242424241',
    ],
    '/payment_type': ['Regular', 'Recurring'],
    '/merchant_initiated': [true, false],
    '/metadata': [{}, { x: null }, { x: {} }, { x: [] }],
  },
  searchPayments: {
    '/limit': [1.5],
    '/from': [...TIMES, '2026-01-01T00:00', '2026-01-01', '2025-02-29T00:00Z', '2024-02-29T00:00Z'],
    '/to': [...TIMES, '2026-01-01T00:00', '2027-01-01', '2026-12-31T24:00Z', '2026-12-31T23:59-23:59'],
    '/query': ["id:''", " id:'x' ", 'amount:0', 'amount:1.5', 'amount:', "id:'", "name:'x'"],
  },
  incrementAuthorization: {
    '/amount': [0, 1, 2, 99, 100, ...TRIGGERS, ...around(MAX_AMOUNT - PAYMENT_AMOUNT), ...around(MAX_AMOUNT)],
  },
  capturePayment: { '/amount': PARTS },
  refundPayment: { '/refund_amount': [...PARTS, 1.5] },
  reversePayment: { '/refund_amount': [...PARTS, 1.5] },
};

/** What a full request has so that each value counts: a limit of another field does not hide it. */
const BASES: Readonly<Partial<Record<OperationId, Partial<RequestCase>>>> = {
  requestPayment: {
    body: { currency: PAYMENT_CURRENCY, source: CARD, merchant_initiated: false, payment_type: 'Regular' },
  },
  searchPayments: { body: { from: writeTime(NOW), to: writeTime(NOW) } },
  reversePayment: { payment: 'captured' },
};

/** Lists requests with a value on each side of the limits of the rules beyond the schemas, in a full request. */
export function listRuleBoundaries(full: RequestCase): RequestCase[] {
  const { body: own, ...base } = BASES[full.operationId] ?? {};
  const body = { ...(full.body as object), ...(own as object) };
  return Object.entries(BOUNDARIES[full.operationId] ?? {}).flatMap(([pointer, values]) =>
    values.map((value) => ({ ...full, ...base, body: replaceAt(body, pointer, value) })),
  );
}

function around(limit: number): number[] {
  return [limit - 1, limit, limit + 1];
}

function writeTime(time: number): string {
  return new Date(time).toISOString();
}
