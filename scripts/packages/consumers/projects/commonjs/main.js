const description = require('lddpay/openapi.json');
const { useEveryEntryPoint } = require('./every-entry-point.js');

async function main() {
  await useEveryEntryPoint(description);
  // Both copies of the package work together.
  const { createClient, isLddPayError, optionsFromEnv } = require('lddpay');
  const { createFetchClient } = await import('lddpay/openapi-fetch');
  const { undiciTransport } = await import('lddpay/undici');
  const transport = undiciTransport();
  const api = createFetchClient(createClient({ ...optionsFromEnv(process.env), fetch: transport }));
  const params = { path: { id: `pay_${'a'.repeat(26)}` } };
  const error = await api.GET('/payments/{id}', { params }).catch((reason) => reason);
  await transport.close();
  if (!isLddPayError(error) || error.status !== 404) throw error;
}

main();
