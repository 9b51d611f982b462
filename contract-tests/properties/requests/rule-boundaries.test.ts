import { describe, expect, it } from 'vitest';
import { operations } from '../../../contract/src/conformance/description.js';
import type { OperationId } from '../../../generated/operations.js';
import { expectResponse } from './business-rules.js';
import { isValidRequest } from './request-validity.js';
import { listRuleBoundaries } from './rule-boundaries.js';
import { fullRequest } from './valid-requests.js';

/** The codes that the boundaries of an operation break, and those that a boundary next to them does not. */
function listCodes(operationId: OperationId): string[] {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  const codes = listRuleBoundaries(fullRequest(operation))
    .filter((request) => isValidRequest(operation, request))
    .map((request) => expectResponse(request).codes);
  return [...new Set(codes.flat())].filter((code) => codes.some((other) => !other.includes(code)));
}

describe('listRuleBoundaries', () => {
  it.each<[OperationId, string[]]>([
    [
      'requestPayment',
      [
        ...['amount_invalid', 'capture_on_invalid', 'card_expired', 'card_expiry_month_invalid'],
        ...['card_expiry_year_invalid', 'card_number_invalid', 'cvv_invalid', 'metadata_invalid'],
        'payment_type_invalid',
      ],
    ],
    ['searchPayments', ['from_invalid', 'paging_limit_invalid', 'query_not_supported', 'to_invalid']],
    ['incrementAuthorization', ['amount_invalid']],
    ['capturePayment', ['amount_invalid', 'capture_value_greater_than_authorized']],
    ['refundPayment', ['amount_exceeds_balance', 'refund_amount_invalid']],
    ['reversePayment', ['amount_exceeds_balance', 'refund_amount_invalid']],
  ])('lists values on both sides of each limit: %s', (operationId, codes) => {
    expect(listCodes(operationId).sort()).toEqual(codes);
  });

  it('lists the largest amount, and the one above', () => {
    const operation = operations.find((one) => one.operationId === 'requestPayment') ?? expect.unreachable();
    const amounts = listRuleBoundaries(fullRequest(operation)).map(({ body }) => Object(body).amount);
    expect(amounts).toEqual(expect.arrayContaining([999_999_999_999, 1_000_000_000_000]));
  });
});
