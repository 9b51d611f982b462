import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { ClientProcess } from './client-process.js';

/** The identifier that clients have to read from a response. */
const PAYMENT_ID = 'pay_y3oqhf46pyzuxjbcn2giaqnb44';

/** Starts a server that always returns the same body, and counts its requests. */
async function startServer(body: object) {
  let open = 0;
  const seen = { requests: 0, most: 0 };
  const server = createServer(async (incoming, outgoing) => {
    seen.requests += 1;
    open += 1;
    seen.most = Math.max(seen.most, open);
    await incoming.resume().toArray();
    // Gives concurrent requests time to arrive.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    open -= 1;
    outgoing.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}

/** Starts the client that needs no installation. */
async function startClient(url: string): Promise<ClientProcess> {
  const client = await ClientProcess.start('fetch', url);
  onTestFinished(() => client.stop());
  return client;
}

it('makes the requested number of calls, so many of them at once, and measures them', async () => {
  const { url, seen } = await startServer({ id: PAYMENT_ID });
  const client = await startClient(url);

  await client.make('create', 30, 4);
  const { wall, cpu } = await client.time('get', 200, 4);
  const bytes = await client.countAllocated('create', 50, 4);
  const heap = await client.measureHeap();

  // One call of each operation checks the response, and some open connections.
  expect(seen).toEqual({ requests: 2 + 30 + (16 + 200) + 50, most: 4 });
  expect(Math.min(wall, cpu, bytes, heap)).toBeGreaterThan(0);
});

it('rejects a client that does not read the responses correctly', async () => {
  const { url } = await startServer({ id: 'pay_of_another' });

  await expect(startClient(url)).rejects.toThrow('fetch reads pay_of_another from the response to create.');
});

it('rejects with the error output of a client that ends in the middle of its calls', async () => {
  const { url, stop } = await startServer({ id: PAYMENT_ID });
  const client = await startClient(url);
  stop();

  await expect(client.make('create', 10, 2)).rejects.toThrow('fetch failed');
});
