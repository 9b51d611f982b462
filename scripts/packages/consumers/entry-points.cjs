// Makes payments with every entry point of both packages.
const { createClient, optionsFromEnv } = require('lddpay');
const description = require('lddpay/openapi.json');
const { createJournal } = require('lddpay/journal');
const { observe } = require('lddpay/observe');
const { createFetchClient } = require('lddpay/openapi-fetch');
const { operations } = require('lddpay/operations');
const clientPackage = require('lddpay/package.json');
const { rawRequest } = require('lddpay/raw-request');
const { undiciTransport } = require('lddpay/undici');
const { createSandbox } = require('lddpay-sandbox');
const sandboxPackage = require('lddpay-sandbox/package.json');

async function pay() {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const fetch = undiciTransport();
  const { clientId, clientSecret, scope } = sandbox.credentials;
  const env = {
    LDDPAY_BASE_URL: server.url,
    LDDPAY_CLIENT_ID: clientId,
    LDDPAY_CLIENT_SECRET: clientSecret,
    LDDPAY_SCOPE: scope,
  };
  const observer = observe({ sample: 1 });
  const client = createClient({ ...optionsFromEnv(env), fetch, observer });
  const order = {
    amount: 1000,
    currency: 'USD',
    source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
  };
  const { approved, id } = await client.requestPayment(order);
  const entries = new Map();
  const store = {
    getItem: (key) => entries.get(key),
    setItem: (key, value) => entries.set(key, value),
    removeItem: (key) => entries.delete(key),
    getKeys: () => [...entries.keys()],
  };
  const { state } = await createJournal(client, { store }).requestPayment('ORD-17', order);
  const { data } = await createFetchClient(client).GET('/payments/{id}', { params: { path: { id } } });
  const raw = await rawRequest(client, 'GET', `/payments/${id}`);
  await observer.settled();
  const { deviations, answered } = observer.read();
  await fetch.close();
  await server.close();
  return {
    approved,
    state,
    status: data.status,
    raw: raw.status,
    observed: answered.filter(({ statuses }) => Object.keys(statuses).length > 0).length,
    deviations,
    packages: [clientPackage.name, sandboxPackage.name],
    described: operations.requestPayment.path in description.paths,
  };
}

pay().then((result) => console.log(JSON.stringify(result)));
