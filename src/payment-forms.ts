import type {
  PaymentDetails,
  Payout,
  ProcessedPayout,
  SearchedPayout,
  SearchItem,
} from '../generated/models.js';
import {
  paymentFields,
  payoutFields,
  processedPayoutFields,
  searchedPaymentFields,
  searchedPayoutFields,
} from '../generated/operations.js';

/**
 * Whether details or an item of a search are a payment: money that you charge. A form that the description does not
 * have is neither a payment nor a payout, although the types say that one of both holds.
 *
 * @example
 * const details = await lddpay.getPaymentDetails(id);
 * if (isPayment(details)) console.log(details.balances?.available_to_capture);
 */
export function isPayment<Value extends PaymentDetails | SearchItem>(
  value: Value,
): value is Exclude<Value, Payout | ProcessedPayout | SearchedPayout> {
  return !isPayout(value) && (fits(value, paymentFields) || fits(value, searchedPaymentFields));
}

/**
 * Whether details or an item of a search are a payout: money that you send to a `destination`. What fits both a
 * payment and a payout is a payout, because a payout has all that the description requires of either.
 *
 * @example
 * for await (const item of lddpay.searchPayments({ query: "reference:'PO-118'" })) {
 *   if (isPayout(item)) console.log(item.destination);
 * }
 */
export function isPayout<Value extends PaymentDetails | SearchItem>(
  value: Value,
): value is Extract<Value, Payout | ProcessedPayout | SearchedPayout> {
  return (
    fits(value, payoutFields) ||
    // Each payout has a destination, and so can the details of a payment.
    (fits(value, searchedPayoutFields) && !fits(value, paymentFields))
  );
}

/**
 * Whether a payout has the form with `processed_on`, `links` and a status in lower case.
 *
 * @example
 * const details = await lddpay.getPaymentDetails(id);
 * if (isProcessedPayout(details)) console.log(details.processed_on);
 */
export function isProcessedPayout<Value extends PaymentDetails | SearchItem>(
  value: Value,
): value is Extract<Value, ProcessedPayout> {
  return fits(value, processedPayoutFields);
}

/** Whether a value has all fields that tell a form from the others, with values of their JSON types. */
function fits(value: unknown, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).every(([name, type]) => {
    const field = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    return typeof field === type && field !== null && !Array.isArray(field);
  });
}
