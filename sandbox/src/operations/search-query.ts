import { invalidRequest } from '../lib/api-error.js';
import type { Payment } from '../payments/payment.js';
import type { PaymentStore } from '../payments/payment-store.js';

/** The confirmed forms of a query: a field with a quoted string, or `amount` with a number. */
const QUERY_PATTERN = /^(?:(?<field>id|reference|status|currency):'(?<text>[^']*)'|amount:(?<amount>\d+))$/;

/** A parsed search query. */
export interface SearchQuery {
  /** Returns all payments that can match, oldest first. */
  candidates(payments: PaymentStore): readonly Payment[];
  matches(payment: Payment): boolean;
}

/**
 * Parses a search query.
 * @throws ApiError when it does not have a confirmed form.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const { field, text = '', amount } = QUERY_PATTERN.exec(query.trim())?.groups ?? {};
  switch (amount === undefined ? field : 'amount') {
    case 'id':
      return { candidates: (payments) => payments.withId(text), matches: () => true };
    case 'reference':
      return { candidates: (payments) => payments.withReference(text), matches: () => true };
    case 'status':
      return { candidates: (payments) => payments.all(), matches: ({ status }) => status === text };
    case 'currency':
      return {
        candidates: (payments) => payments.all(),
        matches: ({ instruction }) => instruction.currency === text,
      };
    case 'amount':
      return {
        candidates: (payments) => payments.all(),
        matches: ({ instruction }) => instruction.amount === Number(amount),
      };
    default:
      throw invalidRequest('query_not_supported');
  }
}
