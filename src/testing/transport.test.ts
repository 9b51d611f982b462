import { expect, it } from 'vitest';
import { createClient } from '../client.js';
import { startApi } from './api-server.js';
import { CREDENTIALS, PAYMENT_ID } from './fixtures.js';

it('a client without a fetch option sends its requests through the transport of the project', async ({
  task,
}) => {
  const api = await startApi();

  await createClient({ ...CREDENTIALS, baseUrl: api.url }).getPaymentDetails(PAYMENT_ID);

  // The transport names this package, the global fetch its runtime.
  const sent = [...api.tokenRequests, ...api.operationRequests];
  const transports = sent.map(({ headers }) =>
    /^lddpay/.test(headers['user-agent'] ?? '') ? 'undici' : 'fetch',
  );
  expect(transports).toEqual([task.file.projectName, task.file.projectName]);
});
