import { createClient, isPayment, isPayout, isProcessedPayout } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';

const SOURCE = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
const DAY = 86_400_000;

/** Makes payments and payouts of one reference in the sandbox. Amounts below 5000 are payments. */
async function setUp() {
  const sandbox = createSandbox();
  const lddpay = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  const reference = 'ORD-17';
  const payment = { currency: 'USD', source: SOURCE, reference };
  const approved = await lddpay.requestPayment({ ...payment, amount: 1000 });
  const authorized = await lddpay.requestPayment({ ...payment, amount: 2000, capture: false });
  const declined = await lddpay.requestPayment({ ...payment, amount: 1051 });
  await lddpay.capturePayment(authorized.id, { amount: 400, capture_type: 'NonFinal' });
  const payout = { ...payment, source: { type: 'currency_account' } };
  const extraFields = { destination: { type: 'bank_account' } };
  const paid = await lddpay.requestPayment({ ...payout, amount: 5000 }, { extraFields });
  const returned = await lddpay.requestPayment({ ...payout, amount: 5090 }, { extraFields });
  const ids = [approved, authorized, declined, paid, returned].map(({ id }) => id);
  return { sandbox, lddpay, reference, ids };
}

const classify = (one: Parameters<typeof isPayment>[0]) => [
  one.amount < 5000 ? 'payment' : 'payout',
  { isPayment: isPayment(one), isPayout: isPayout(one), isProcessedPayout: isProcessedPayout(one) },
];
const PAYMENT = ['payment', { isPayment: true, isPayout: false, isProcessedPayout: false }];
const PAYOUT = ['payout', { isPayment: false, isPayout: true, isProcessedPayout: false }];

it('isPayment and isPayout classify what the sandbox lists, finds and details, at every time', async () => {
  const { sandbox, lddpay, reference, ids } = await setUp();

  for (const wait of [0, DAY, 30 * DAY]) {
    sandbox.clock.advance(wait);
    const details = await Promise.all(ids.map((id) => lddpay.getPaymentDetails(id)));
    const listed = [];
    for await (const payment of lddpay.getPaymentsList({ reference })) listed.push(classify(payment));
    const found = [];
    for await (const item of lddpay.searchPayments({ query: `reference:'${reference}'` })) {
      found.push(classify(item));
    }

    expect(details.map(classify)).toEqual([PAYMENT, PAYMENT, PAYMENT, PAYOUT, PAYOUT]);
    for (const seen of [listed, found]) {
      expect(seen).toHaveLength(5);
      expect(seen.filter(([kind]) => kind === 'payment')).toEqual([PAYMENT, PAYMENT, PAYMENT]);
      expect(seen.filter(([kind]) => kind === 'payout')).toEqual([PAYOUT, PAYOUT]);
    }
  }
});

it('isPayment and isPayout narrow the data of openapi-fetch', async () => {
  const { lddpay, ids } = await setUp();
  const [payment = '', , , payout = ''] = ids;
  const api = createFetchClient(lddpay);
  const read = async (id: string) => (await api.GET('/payments/{id}', { params: { path: { id } } })).data;

  const charged = await read(payment);
  const sent = await read(payout);

  expect(isPayment(charged) && charged.balances?.available_to_refund).toBe(1000);
  expect(isPayout(sent) && sent.destination).toEqual({ type: 'bank_account' });
});
