import { createClient, isPayment, optionsFromEnv } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import description from 'lddpay/openapi.json' with { type: 'json' };
import { createFetchClient } from 'lddpay/openapi-fetch';
import { useEveryEntryPoint } from './every-entry-point.js';

/** An order of a shop, which need not have a reference. */
interface Order {
  readonly reference: string | undefined;
  readonly email: string | undefined;
}

const { reference, email }: Order = JSON.parse('{}');
const lddpay = createClient(optionsFromEnv(process.env));
const api = createFetchClient(lddpay);
const entries = new Map<string, string>();
const journal = createJournal(lddpay, {
  store: {
    getItem: (key) => entries.get(key),
    setItem: (key, value) => entries.set(key, value),
    removeItem: (key) => entries.delete(key),
    getKeys: () => [...entries.keys()],
  },
});
const source = {
  type: 'card',
  number: '4242424242424242',
  expiry_month: 12,
  expiry_year: 2030,
  cvv: undefined,
};
const order = { amount: 1000, currency: 'USD', source, reference, capture: false };

// @ts-expect-error: a required field
const wrong = () => lddpay.requestPayment({ ...order, currency: undefined });
const { id } = await lddpay.requestPayment(order, { idempotencyKey: undefined });
await lddpay.capturePayment(id, { amount: 300, capture_type: 'NonFinal', customer: { email } });
const captures = { path: { id }, header: { 'Cko-Idempotency-Key': undefined } };
await api.POST('/payments/{id}/captures', {
  params: captures,
  body: { amount: 300, capture_type: 'NonFinal', customer: { email }, reference },
  signal: undefined,
});
const settlement = await journal.capturePayment('last', id, { customer: { email }, reference });
const listed = lddpay.getPaymentsList({ reference: 'none', limit: undefined });
const details = await lddpay.getPaymentDetails(id);

const captured = isPayment(details) ? details.balances?.total_captured : undefined;
const { total_count: total } = await listed;
if (captured !== 1000 || settlement.state !== 'done' || total !== 0 || wrong.length !== 0) {
  throw new Error(JSON.stringify({ captured, settlement, total }));
}
await useEveryEntryPoint(description);
