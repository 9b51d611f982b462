import type { Payment } from '../payments/payment.js';
import type { PaymentStore } from '../payments/payment-store.js';
import { invalid } from '../shared/api-error.js';

/** A query of one of the confirmed forms: a field with a quoted text, or `amount` with a number. */
const QUERY = /^(?:(?<field>id|reference|status|currency):'(?<text>[^']*)'|amount:(?<amount>\d+))$/;

/** What a query asks for. */
export interface Query {
  /** All that can match, oldest first. */
  candidates(payments: PaymentStore): readonly Payment[];
  matches(payment: Payment): boolean;
}

/** Reads a query. Throws a refusal for every form that could not be confirmed. */
export function readQuery(query: string): Query {
  const { field, text = '', amount } = QUERY.exec(query.trim())?.groups ?? {};
  switch (amount === undefined ? field : 'amount') {
    case 'id':
      return { candidates: (payments) => payments.withId(text), matches: () => true };
    case 'reference':
      return { candidates: (payments) => payments.withReference(text), matches: () => true };
    case 'status':
      return { candidates: (payments) => payments.all(), matches: ({ status }) => status === text };
    case 'currency':
      return { candidates: (payments) => payments.all(), matches: ({ order }) => order.currency === text };
    case 'amount':
      return {
        candidates: (payments) => payments.all(),
        matches: ({ order }) => order.amount === Number(amount),
      };
    default:
      throw invalid('query_not_supported');
  }
}
