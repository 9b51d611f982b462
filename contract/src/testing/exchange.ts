import type { OperationId } from 'lddpay/operations';
import type { Comparison, MeaningCheck } from '../meaning/history/comparison.js';
import type { History, ParsedExchange } from '../meaning/history/history.js';

/** The base URL of the exchanges in tests. */
export const BASE_URL = 'https://api.example.com';

export const ID = `pay_${'a'.repeat(26)}`;
export const ACTION_ID = `act_${'a'.repeat(26)}`;

/** An approved payment in details, authorized and not captured. */
export const AUTHORIZED = {
  id: ID,
  requested_on: '2026-03-01T10:00:00Z',
  amount: 100,
  currency: 'USD',
  status: 'Authorized',
  approved: true,
  reference: 'order-1',
};

/** The balances of a payment of 100, of which a part was captured. */
export const BALANCES = {
  total_authorized: 100,
  total_voided: 0,
  available_to_void: 60,
  total_captured: 40,
  available_to_capture: 60,
  total_refunded: 0,
  available_to_refund: 40,
};

/** Builds an exchange of a history. By default it is about the payment {@link ID}. */
export function createExchange(
  operationId: OperationId,
  status: number,
  body?: unknown,
  parts: Partial<ParsedExchange> = {},
): ParsedExchange {
  const isOfAll = ['requestPayment', 'getPaymentsList', 'searchPayments', 'getToken'].includes(operationId);
  return {
    operationId,
    what: 'in a test',
    id: isOfAll ? undefined : ID,
    query: new URLSearchParams(),
    sent: undefined,
    idempotencyKey: undefined,
    status,
    headers: new Headers(),
    text: body === undefined ? '' : JSON.stringify(body),
    bytes: undefined,
    body,
    ...parts,
  };
}

/** Lists what a check says about the comparisons that do not hold: the place and the problem. */
export function findProblems(
  check: MeaningCheck,
  history: History,
  secrets: readonly string[] = [],
): string[] {
  return check
    .compare(history, { baseUrl: BASE_URL, secrets, unanswered: [] })
    .filter(({ holds }: Comparison) => !holds)
    .map(({ place, problem }) => `${place} ${problem}`);
}
