import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import type { PaymentState, RequestCase } from '../requests/request-case.js';
import { isSuccess, readJson } from './response-problems.js';

/** The status of the payments that requests act on, as their details show it. */
const STATUSES: Readonly<Record<PaymentState, string>> = {
  authorized: 'Authorized',
  captured: 'Captured',
  pending: 'Pending',
  'retry scheduled': 'Retry Scheduled',
  voided: 'Voided',
};

/** The statuses of payments that were declined: by the description, these are successes without an approval. */
const NOT_APPROVED = ['Declined', 'Retry Scheduled', 'Pending'];

/** Finds successes that do not mean what the description says of their status or of their payment. */
export function findSuccessProblems(
  { operationId, payment }: RequestCase,
  response: BufferedResponse,
): string[] {
  if (!isSuccess(response)) return [];
  const { status: code } = response;
  const { status, approved } = readJson(response);
  switch (operationId) {
    case 'requestPayment':
      return [
        // 201 is processed, 202 is still open.
        ...((status === 'Pending') === (code === 202) ? [] : [`a payment that is ${status} got ${code}`]),
        ...(approved === !NOT_APPROVED.includes(String(status))
          ? []
          : [`a payment that is ${status} has approved: ${approved}`]),
      ];
    case 'incrementAuthorization':
      return approved === (status === 'Authorized')
        ? []
        : [`an increment that is ${status} has approved: ${approved}`];
    case 'getPaymentDetails':
      return payment === undefined || status === STATUSES[payment]
        ? []
        : [`a payment that is ${payment} has the status ${status}`];
    case 'reversePayment':
      // Of a payment that is voided, nothing is left to reverse.
      return (payment === 'voided') === (code === 204)
        ? []
        : [`the reversal of a payment that is ${payment} got ${code}`];
    default:
      return [];
  }
}
