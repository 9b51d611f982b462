import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcess } from './server-process.js';

// JavaScript, and so without types.
const { countCosts } = await import(new URL('count-costs.js', import.meta.url).href);

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start('server.js');
});
afterAll(() => server.stop());

it.each([
  ['plain', 'requestPayment', { writes: 0, writesBefore: 0, reads: 0 }],
  ['journal', 'requestPayment', { writes: 5, writesBefore: 2, reads: 18 }],
  ['journal', 'refundPayment', { writes: 6, writesBefore: 3, reads: 18 }],
  ['exclusive', 'refundPayment', { writes: 6, writesBefore: 3, reads: 18 }],
])('counts what a healthy write needs of the store: %s, %s', async (way, operation, costs) => {
  // One of the writes removes a record. A token, and a request for each write. The first write reads all again, after it has waited for the token.
  expect(await countCosts(way, server.url, fetch, operation, 3)).toEqual({ requests: 4, ...costs });
});
