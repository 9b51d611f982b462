import { CARD, type Fields, REFUND, sign } from '../fixtures.js';

const PAYMENT = { amount: 1000, currency: 'USD', source: CARD, reference: 'order', metadata: { order: 1 } };

const WRITE = { reference: 'order', metadata: { order: 1 } };

/** A valid body for each route that accepts one. */
export const VALID_BODIES: Readonly<Record<string, Fields>> = {
  '/connect/token': {
    grant_type: 'client_credentials',
    client_id: 'ack_sandbox',
    client_secret: 'sandbox-client-secret',
    scope: 'gateway',
  },
  '/payments': {
    ...PAYMENT,
    description: 'order',
    capture_on: '2026-01-02T00:00:00Z',
    payment_type: 'Recurring',
    merchant_initiated: true,
    authorization_type: 'Estimated',
  },
  '/payments/search': { query: "reference:'order'", limit: 2, from: '2026-01-01', to: '2026-01-02' },
  '/payments/{id}/authorizations': { amount: 10, ...WRITE },
  '/payments/{id}/captures': { amount: 10, capture_type: 'NonFinal', ...WRITE },
  '/payments/{id}/refunds': sign({ ...REFUND, refund_amount: 10, refund_currency: 'USD' }),
  '/payments/{id}/reversals': sign({ ...REFUND, void_if_not_settled: 'true' }),
  '/payments/{id}/voids': WRITE,
  '/payments/{id}/cancellations': { reference: 'order' },
  '/_sandbox/clock': { advance: 1000 },
  '/_sandbox/faults': { effect: 'status', status: 503, headers: { a: 'b' }, body: { a: 1 }, times: 2, ms: 5 },
  '/_sandbox/reset': { seed: 5 },
  '/_sandbox/challenges/{id}': { outcome: 'authorized' },
};

/** Payments to act on, by the names that the paths of fuzz requests use. */
export const PAYMENTS: Readonly<Record<string, Fields>> = {
  authorized: { ...PAYMENT, capture: false, authorization_type: 'Estimated' },
  captured: PAYMENT,
  pending: { ...PAYMENT, amount: 1003 },
};
