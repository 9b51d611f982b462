import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { ClientProcess } from './client-process.js';

/** What clients read from an answer to show that they understand it. */
const PAYMENT_ID = 'pay_y3oqhf46pyzuxjbcn2giaqnb44';

/** A server that gives one answer, and counts what it is asked. */
async function startServer(answer: object) {
  let open = 0;
  const seen = { requests: 0, most: 0 };
  const server = createServer(async (incoming, outgoing) => {
    seen.requests += 1;
    open += 1;
    seen.most = Math.max(seen.most, open);
    await incoming.resume().toArray();
    // Others that are on their way get the chance to arrive meanwhile.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    open -= 1;
    outgoing.end(JSON.stringify(answer));
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

/** The client that needs no installation. */
async function startClient(url: string): Promise<ClientProcess> {
  const client = await ClientProcess.start('fetch', url);
  onTestFinished(() => client.stop());
  return client;
}

it('makes as many calls as it is told, so many of them at once, and says what they took', async () => {
  const { url, seen } = await startServer({ id: PAYMENT_ID });
  const client = await startClient(url);

  await client.make('create', 30, 4);
  const { wall, cpu } = await client.time('get', 200, 4);
  const bytes = await client.allocated('create', 50, 4);
  const heap = await client.heap();

  // One call of each operation is made to look at its answer, and some to open connections.
  expect(seen).toEqual({ requests: 2 + 30 + (16 + 200) + 50, most: 4 });
  expect(Math.min(wall, cpu, bytes, heap)).toBeGreaterThan(0);
});

it('measures no client that does not understand its answers', async () => {
  const { url } = await startServer({ id: 'pay_of_another' });

  await expect(startClient(url)).rejects.toThrow('fetch reads pay_of_another from the answer to create.');
});

it('says what a client complained of that ended in the middle of its calls', async () => {
  const { url, stop } = await startServer({ id: PAYMENT_ID });
  const client = await startClient(url);
  stop();

  await expect(client.make('create', 10, 2)).rejects.toThrow('fetch failed');
});
