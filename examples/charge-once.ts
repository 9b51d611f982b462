// Charges exactly once, also when the process dies: the order keeps since when it may have been charged. With it, the
// next run looks for the payment before it calls again with the same key.
import { createClient, isLddPayError, keyFrom, optionsFromEnv } from 'lddpay';

const lddpay = createClient(optionsFromEnv(process.env));
const card = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };
// A row of your database. Save `chargedSince` only where there is none, and never clear it: another process may have charged
// the order meanwhile, and relies on it.
const order: { id: string; amount: number; currency: string; chargedSince?: Date | undefined } = {
  id: 'ORD-5023-4E89',
  amount: 1000,
  currency: 'USD',
};

console.log(await charge(3));

async function charge(rounds: number): Promise<string> {
  const { id: reference, amount, currency, chargedSince: since } = order;
  if (since) {
    // An earlier run may have charged it.
    const facts = { operationId: 'requestPayment', reference, amount, currency, since } as const;
    const lookup = await lddpay.reconcile(facts);
    if (lookup.result === 'found') return `${lookup.payment?.status} ${lookup.payment?.id}`;
    if (lookup.result === 'unknown') throw new Error('It may have been charged: ask the provider.');
  }
  order.chargedSince ??= new Date();
  const idempotencyKey = await keyFrom('charges', reference);
  for (let round = 1; ; round += 1) {
    try {
      const body = { amount, currency, source: card, reference };
      const payment = await lddpay.requestPayment(body, { idempotencyKey });
      return `${payment.status} ${payment.id}`;
    } catch (error) {
      if (!isLddPayError(error)) throw error;
      const lookup = await lddpay.reconcile(error);
      if (lookup.result === 'found') return `${lookup.payment?.status} ${lookup.payment?.id}`;
      const waitMs = error.retryAfterMs ?? 2_000;
      // It may have been charged, the cause has to be fixed first, or the API asks for a long wait: then run this again.
      if (!error.transient || !error.safeToRetry || round >= rounds || waitMs > 60_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
