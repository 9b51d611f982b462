const description = require('lddpay/openapi.json');
const { useEveryEntryPoint } = require('./every-entry-point.js');

async function main() {
  await useEveryEntryPoint(description);
  // Both copies of the package work together.
  const { createClient, isLddPayError, optionsFromEnv } = require('lddpay');
  const { createJournal } = await import('lddpay/journal');
  const { createFetchClient } = await import('lddpay/openapi-fetch');
  const { undiciTransport } = await import('lddpay/undici');
  const transport = undiciTransport();
  const client = createClient({ ...optionsFromEnv(process.env), fetch: transport });
  const api = createFetchClient(client);
  const params = { path: { id: `pay_${'a'.repeat(26)}` } };
  const error = await api.GET('/payments/{id}', { params }).catch((reason) => reason);
  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const entries = new Map();
  const store = {
    getItem: (key) => entries.get(key),
    setItem: (key, value) => entries.set(key, value),
    removeItem: (key) => entries.delete(key),
    getKeys: () => [...entries.keys()],
  };
  const journal = createJournal(client, { store });
  const charge = await journal.requestPayment('ORD-17', { amount: 1000, currency: 'USD', source });
  const refusal = await journal.capturePayment('ORD-18', params.path.id);
  await transport.close();
  if (!isLddPayError(error) || error.status !== 404) throw error;
  if (charge.state !== 'done' || !isLddPayError(refusal.error))
    throw new Error(JSON.stringify({ charge, refusal }));
}

main();
