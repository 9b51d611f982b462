import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Sample } from '../sections/calls.js';
import { ask } from './ask.js';

/** Lets the client that needs no installation make its calls to a server that counts them. */
async function callsTo(answer: object) {
  let open = 0;
  let most = 0;
  let requests = 0;
  const server = createServer(async (incoming, outgoing) => {
    requests += 1;
    open += 1;
    most = Math.max(most, open);
    await incoming.resume().toArray();
    // Others that are on their way get the chance to arrive meanwhile.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    open -= 1;
    outgoing.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const task = { contender: 'fetch', url, inFlight: 4, warmUp: 30, calls: 200, sampled: 50 };
  try {
    return { samples: await ask<Sample[]>('call.js', [JSON.stringify(task)]), most, requests };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

it('makes as many calls as it was told, so many of them at once, and measures both operations', async () => {
  const { samples, most, requests } = await callsTo({ id: 'pay_y3oqhf46pyzuxjbcn2giaqnb44' });

  // For each operation: one to look at, the warm-up, the timed ones and the sampled ones.
  expect(requests).toBe(2 * (1 + 30 + 200 + 50));
  expect(most).toBe(4);
  expect(samples.map(({ operation }) => operation)).toEqual(['create', 'get']);
  for (const { wall, cpu, bytes } of samples) {
    expect(Math.min(wall, cpu, bytes)).toBeGreaterThan(0);
  }
});

it('measures no client that does not understand its answers', async () => {
  await expect(callsTo({ id: 'pay_of_another' })).rejects.toThrow(
    'fetch reads pay_of_another from the answer to create.',
  );
});
