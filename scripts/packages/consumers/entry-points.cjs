// Makes one payment with the entry points that CommonJS can load. `lddpay/undici` is not one: it awaits its peer.
const { createClient, optionsFromEnv } = require('lddpay');
const description = require('lddpay/openapi.json');
const { createFetchClient } = require('lddpay/openapi-fetch');
const { operations } = require('lddpay/operations');
const clientPackage = require('lddpay/package.json');
const { createSandbox } = require('lddpay-sandbox');
const sandboxPackage = require('lddpay-sandbox/package.json');

async function pay() {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const { clientId, clientSecret, scope } = sandbox.credentials;
  const env = {
    LDDPAY_BASE_URL: server.url,
    LDDPAY_CLIENT_ID: clientId,
    LDDPAY_CLIENT_SECRET: clientSecret,
    LDDPAY_SCOPE: scope,
  };
  const client = createClient(optionsFromEnv(env));
  const { approved, id } = await client.requestPayment({
    amount: 1000,
    currency: 'USD',
    source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
  });
  const { data } = await createFetchClient(client).GET('/payments/{id}', { params: { path: { id } } });
  await server.close();
  return {
    approved,
    status: data.status,
    packages: [clientPackage.name, sandboxPackage.name],
    described: operations.requestPayment.path in description.paths,
  };
}

pay().then((result) => console.log(JSON.stringify(result)));
