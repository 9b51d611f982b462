import { describe, expect, it } from 'vitest';
import { CARD } from '../../../contract/src/conformance/payments.js';
import type { OperationId } from '../../../generated/operations.js';
import { expectResponse, isAcceptable } from './business-rules.js';
import { type RequestCase, SIGNATURE } from './request-case.js';

const PAYMENT = { currency: 'USD', source: { type: 'klarna' } };
const REFUND = { site_identifier: 'S0000000001', version: '3.0', signature: SIGNATURE };

function request(operationId: OperationId, body: object, payment?: RequestCase['payment']): RequestCase {
  return { operationId, query: {}, headers: {}, body, ...(payment && { payment }) };
}

describe('expectResponse', () => {
  it.each<[what: string, request: RequestCase, codes: string[]]>([
    ['a payment', request('requestPayment', PAYMENT), []],
    ['a card that is complete', request('requestPayment', { ...PAYMENT, source: CARD }), []],
    [
      'a card without its number',
      request('requestPayment', { ...PAYMENT, source: { ...CARD, number: undefined } }),
      ['card_number_required'],
    ],
    [
      'a card with a wrong check digit, which has expired',
      request('requestPayment', {
        ...PAYMENT,
        source: { ...CARD, number: '4242424242424241', expiry_year: 2025 },
      }),
      ['card_number_invalid', 'card_expired'],
    ],
    [
      'a payment that the merchant initiates without a type',
      request('requestPayment', { ...PAYMENT, merchant_initiated: true }),
      ['payment_type_invalid'],
    ],
    [
      'a capture that is scheduled for the past',
      request('requestPayment', { ...PAYMENT, capture_on: '2025-12-31T23:59:59Z' }),
      ['capture_on_invalid'],
    ],
    ['metadata of two levels', request('voidPayment', { metadata: { a: { b: 1 } } }), ['metadata_invalid']],
    ['a capture of nothing', request('capturePayment', { amount: 0 }), ['amount_invalid']],
    ['a refund of all', request('refundPayment', { ...REFUND, refund_amount: 1000 }, 'captured'), []],
    [
      'a refund of a fraction, and more than all',
      request('refundPayment', { ...REFUND, refund_amount: 1000.5 }, 'captured'),
      ['refund_amount_invalid', 'amount_exceeds_balance'],
    ],
    [
      'a reversal with an amount that nothing was paid of',
      request('reversePayment', { ...REFUND, refund_amount: 1 }, 'authorized'),
      ['refund_amount_invalid'],
    ],
    [
      'a signature that is not the right one',
      request('refundPayment', { ...REFUND, signature: '1'.repeat(64) }, 'captured'),
      ['signature_invalid'],
    ],
    [
      'a period that ends before it begins',
      request('searchPayments', { query: "id:'a'", from: '2026-01-02T00:00Z', to: '2026-01-01T00:00Z' }),
      ['from_invalid', 'to_invalid'],
    ],
    [
      'a period in UTC, as without an offset',
      request('searchPayments', { query: "id:'a'", from: '2026-01-01T01:00+01:00', to: '2026-01-01T00:00' }),
      [],
    ],
    [
      'a period that begins on a day that there is not',
      request('searchPayments', { query: "id:'a'", from: '2026-02-30T00:00Z', to: '2026-04-01T00:00Z' }),
      ['from_invalid', 'to_invalid'],
    ],
    [
      'a query of an unknown form',
      request('searchPayments', { query: 'amount > 1' }),
      ['query_not_supported'],
    ],
    [
      'a limit with a fraction',
      { operationId: 'getPaymentsList', query: { limit: '1.5' }, headers: {} },
      ['paging_limit_invalid'],
    ],
  ])('names the rules that are broken by %s', (_, one, codes) => {
    expect(expectResponse(one)).toEqual({ mayAccept: codes.length === 0, codes });
    expect(isAcceptable(one)).toBe(codes.length === 0);
  });

  it('leaves it open whether there is a currency', () => {
    const one = request('requestPayment', { ...PAYMENT, currency: 'ABC' });
    expect(expectResponse(one)).toEqual({ mayAccept: true, codes: ['currency_invalid'] });
    expect(isAcceptable(one)).toBe(false);
  });
});
