import type { PaymentDetails } from '../../generated/models.js';
import { operations } from '../../generated/operations.js';
import { LddPayError } from '../errors.js';
import { valuesAt } from '../lib/values-at.js';
import type { Page } from './pagination.js';

/** The list operation. */
export interface PaymentsReader {
  getPaymentsList(
    query: { readonly reference: string },
    options: object,
  ): { pages(): AsyncIterable<Page<unknown, PaymentDetails>> };
}

/** How many payments of one reference are read. */
const MAX_PAYMENTS = 1_000;

/**
 * Reads all payments of a reference, to tell whether one of them is there.
 *
 * @returns The payments, and the headers of the last page.
 * @throws LddPayError of kind `decode` when there are fewer than the list says that it has, or more than anybody gives
 *   one reference: one that is missing may be the one. The former passes.
 */
export async function readPayments(
  reader: PaymentsReader,
  reference: string,
  options: object,
): Promise<{ readonly payments: readonly PaymentDetails[]; readonly headers: Headers | undefined }> {
  // By ids: a list that grows while it is read shows some of them twice.
  const payments = new Map<string, PaymentDetails>();
  let headers: Headers | undefined;
  let total = 0;
  for await (const { items, response } of reader.getPaymentsList({ reference }, options).pages()) {
    for (const payment of items) payments.set(payment.id, payment);
    ({ headers } = response);
    const [count] = valuesAt(response.data, operations.getPaymentsList.pagination.total);
    total = typeof count === 'object' ? 0 : Number(count);
    if (payments.size > MAX_PAYMENTS || total > MAX_PAYMENTS) {
      throw listError('More than 1,000 payments have this `reference`. Give each write its own.');
    }
  }
  if (total > payments.size) throw listError('The list has fewer payments than its total.', true);
  return { payments: [...payments.values()], headers };
}

/**
 * Creates the error of a list that cannot be read.
 *
 * @param transient Whether it can be later.
 */
export function listError(message: string, transient?: boolean): LddPayError {
  return new LddPayError(message, { kind: 'decode', outcome: 'unknown', transient });
}
