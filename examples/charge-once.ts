// Charges exactly once: the key survives a restart, and after a lost response the program looks for the
// payment before it repeats the call with the same key.
import { createClient, isLddPayError, keyFrom, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));
const order = { id: 'ORD-5023-4E89', amount: 1000, currency: 'USD' };
const card = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };

const idempotencyKey = await keyFrom(order.id, 'charge'); // store a key that you cannot derive with the order
console.log(await charge(3));

async function charge(rounds: number): Promise<string> {
  try {
    const { amount, currency } = order;
    const payment = await lddpay.requestPayment(
      { amount, currency, source: card, reference: order.id },
      { idempotencyKey },
    );
    return `${payment.status} ${payment.id}`;
  } catch (error) {
    // Not sent or rejected: nothing happened. Fix the cause, then start over.
    if (!isLddPayError(error) || error.outcome !== 'unknown') throw error;
    const lookup = await lddpay.reconcile(error);
    if (lookup.result === 'found') return `${lookup.payment?.status} ${lookup.payment?.id}`;
    if (rounds === 0 || !error.safeToRetry) throw error; // ask the provider about error.requestId
    return charge(rounds - 1);
  }
}
