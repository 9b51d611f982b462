// Makes payments with every entry point of both packages.
import { createClient, optionsFromEnv } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { observe } from 'lddpay/observe';
import description from 'lddpay/openapi.json' with { type: 'json' };
import { createFetchClient } from 'lddpay/openapi-fetch';
import { operations } from 'lddpay/operations';
import clientPackage from 'lddpay/package.json' with { type: 'json' };
import { rawRequest } from 'lddpay/raw-request';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox } from 'lddpay-sandbox';
import sandboxPackage from 'lddpay-sandbox/package.json' with { type: 'json' };

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

console.log(
  JSON.stringify({
    approved,
    state,
    status: data.status,
    raw: raw.status,
    observed: answered.filter(({ statuses }) => Object.keys(statuses).length > 0).length,
    deviations,
    packages: [clientPackage.name, sandboxPackage.name],
    described: operations.requestPayment.path in description.paths,
  }),
);
