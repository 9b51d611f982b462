// A program of users: makes payments with the version of the client that is installed beside it. The second argument
// is the file of its store. Prints what became of it as JSON.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createClient, optionsFromEnv } from 'lddpay';
import { createJournal } from 'lddpay/journal';

const [, , step, storeFile] = process.argv;
const PAYMENT = {
  amount: 1000,
  capture: false,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2040, cvv: '100' },
};
const SIGNED = { pnm_payment_identifier: '3141592653' };

const entries = new Map(existsSync(storeFile) ? JSON.parse(readFileSync(storeFile, 'utf8')) : []);
const save = () => writeFileSync(storeFile, JSON.stringify([...entries]));
const store = {
  getItem: async (key) => entries.get(key) ?? null,
  setItem: async (key, value) => {
    entries.set(key, value);
    save();
  },
  removeItem: async (key) => {
    entries.delete(key);
    save();
  },
  getKeys: async (base) => [...entries.keys()].filter((key) => key.startsWith(base)),
};
/** How many tokens the API issued to this process. */
let tokens = 0;
const onEvent = ({ type, status }) => {
  if (type === 'token' && status !== undefined) tokens += 1;
};
const options = optionsFromEnv(process.env);
const lddpay = createClient({ ...options, store, onEvent, maxRetries: 0 });
const journal = createJournal(lddpay, { store });

const steps = { pay, begin, goOn };
process.stdout.write(JSON.stringify({ ...(await steps[step]()), tokens }));

/** Uses every operation but the one for scheduled retries, which needs a payment that is retried. */
async function pay() {
  const estimate = { ...PAYMENT, authorization_type: 'Estimated', reference: 'ORD-1' };
  const payment = await lddpay.requestPayment(estimate);
  await lddpay.incrementAuthorization(payment.id, { amount: 500 });
  await lddpay.capturePayment(payment.id, { amount: 700, capture_type: 'NonFinal' });
  await lddpay.refundPayment(payment.id, { ...SIGNED, refund_amount: 200, refund_currency: 'USD' });
  await lddpay.reversePayment(payment.id, SIGNED);
  const other = await lddpay.requestPayment({ ...PAYMENT, reference: 'ORD-2' });
  await lddpay.voidPayment(other.id, {});
  const listed = [];
  for await (const { id } of lddpay.getPaymentsList({ reference: 'ORD-1' })) listed.push(id);
  const found = [];
  for await (const { id } of lddpay.searchPayments({ query: `id:'${payment.id}'` })) found.push(id);
  const actions = await lddpay.getPaymentActions(payment.id);
  const { status } = await lddpay.getPaymentDetails(other.id);
  const isListed = listed.join() === payment.id && found.join() === payment.id;
  return { status, isListed, actions: actions.map(({ type }) => type).sort() };
}

/** Begins an intent whose response is lost. */
async function begin() {
  await lddpay.getToken();
  await fetch(`${options.baseUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operationId: 'requestPayment', effect: 'status-after' }),
  });
  // Reading fails too, so that the intent stays open.
  await fetch(`${options.baseUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operationId: 'getPaymentsList', effect: 'status', status: 503, times: 9 }),
  });
  const { state } = await journal.requestPayment('ORD-3', PAYMENT);
  await fetch(`${options.baseUrl}/_sandbox/faults`, { method: 'DELETE' });
  return { state };
}

/** Goes on with the intent of another process, and counts what it did. */
async function goOn() {
  const resumed = [];
  for await (const { name, settlement } of journal.resume()) resumed.push(`${name} ${settlement.state}`);
  const { state, id } = await journal.requestPayment('ORD-3', PAYMENT);
  const ledger = await (await fetch(`${options.baseUrl}/_sandbox/ledger`)).json();
  const effects = ledger.filter(({ type }) => type === 'Authorization').map(({ paymentId }) => paymentId);
  return { resumed, state, isItsOwn: effects.join() === id };
}
