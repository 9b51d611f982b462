import { expect, it } from 'vitest';
import { createClient } from '../client.js';
import { startApi } from './api-server.js';
import { CREDENTIALS, PAYMENT_ID } from './fixtures.js';

it('the suite runs on the transport that its project is named after', async ({ task }) => {
  const api = await startApi();

  await createClient({ ...CREDENTIALS, baseUrl: api.url }).getPaymentDetails(PAYMENT_ID);

  // The global fetch names itself, undici does not.
  const sent = [...api.tokenRequests, ...api.operationRequests];
  const names = sent.map(({ headers }) => (headers['user-agent'] === undefined ? 'undici' : 'fetch'));
  expect(names).toEqual([task.file.projectName, task.file.projectName]);
});
