// Charges once, whatever happens: the key outlives a restart, and a lost answer is looked for before the
// call is repeated with the same key.
import { createClient, isLddPayError, keyFrom, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));
const order = { id: 'ORD-5023-4E89', amount: 1000, currency: 'USD' };
const card = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };

const idempotencyKey = await keyFrom(order.id, 'charge'); // keep it with the order if it cannot be derived
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
    // Not sent or refused: nothing happened. Mend the cause, then start over.
    if (!isLddPayError(error) || error.outcome !== 'unknown') throw error;
    const answer = await lddpay.reconcile(error);
    if (answer.result === 'found') return `${answer.payment?.status} ${answer.payment?.id}`;
    if (rounds === 0 || !error.safeToRetry) throw error; // ask the provider about error.requestId
    return charge(rounds - 1);
  }
}
