import 'server-only';
import { isLddPayError, keyFrom } from 'lddpay';
import { getClient } from './lddpay';

/** In place of your database. The amount comes from there, and never from the browser. */
const orders = new Map([
  ['ORD-17', { amount: 1000, currency: 'USD', attempt: 1 }],
  ['ORD-18', { amount: 2500, currency: 'USD', attempt: 1 }],
]);

/** Charges an order once. Only after a decline, the next call has another key. */
export async function charge(id: string, number: string): Promise<string> {
  const order = orders.get(id);
  if (!order) return 'No such order';
  const { amount, currency, attempt } = order;
  const reference = `${id}-${attempt}`;
  const source = { type: 'card', number, expiry_month: 12, expiry_year: 2030 };
  try {
    const { approved, status = '' } = await getClient().requestPayment(
      { amount, currency, source, reference },
      { idempotencyKey: await keyFrom('charge', reference) },
    );
    if (approved) return 'Paid';
    // Pending and Retry Scheduled are no decline: the payment can still be charged.
    if (!['Declined', 'Canceled', 'Expired'].includes(status)) return 'Not decided yet';
    order.attempt = attempt + 1;
    return 'Declined';
  } catch (error) {
    if (!isLddPayError(error)) throw error;
    console.error(error);
    return error.outcome === 'unknown' ? 'Not known yet' : 'Not charged';
  }
}
