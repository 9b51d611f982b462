import { createClient } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox } from 'lddpay-sandbox';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';

test('MSW does not see what lddpay/undici sends', async () => {
  const sandbox = createSandbox();
  const api = await sandbox.listen();
  const server = setupServer(http.all(`${api.url}/*`, () => HttpResponse.error()));
  server.listen();
  const options = { baseUrl: api.url, ...sandbox.credentials, maxRetries: 0 };
  const transport = undiciTransport();

  await expect(createClient(options).getToken()).rejects.toMatchObject({ kind: 'auth' });
  await expect(createClient({ ...options, fetch: transport }).getToken()).resolves.toBeDefined();

  server.close();
  await transport.close();
  await api.close();
});
