import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { rawRequests } from '../testing/fuzz/raw-requests.js';
import { RawSocket } from '../testing/raw-socket.js';
import { MAX_CONNECTIONS } from './server.js';

/** The number of sockets that are opened. It exceeds the limit. */
const SOCKETS = 3000;

/** The number of sockets that are opened at the same time. */
const BATCH = 250;

const REQUEST = 'GET / HTTP/1.1\r\nHost: 127.1\r\n\r\n';
const RESPONSE_START = 'HTTP/1.1 404 ';

it('survives 1000 connections with random bytes, and serves slow requests meanwhile', async () => {
  const server = await createSandbox().listen();
  const expectResponse = async () => expect((await fetch(server.url)).status).toBe(404);
  const harmless = fc.asyncProperty(rawRequests, async ({ text, ending }) => {
    const socket = await RawSocket.open(server.url);
    socket.write(text);
    if (ending === 'waits') await expectResponse();
    if (ending === 'closes') socket.close();
    else socket.end();
    await socket.closed;
    expect(socket.received).not.toMatch(/^HTTP\/1\.1 5/m);
    await expectResponse();
  });
  const rest = REQUEST.slice(REQUEST.indexOf('127'));
  // In rounds, because a request must be complete within seconds, and 1000 connections can take longer.
  for (let round = 0; round < 10; round += 1) {
    const slow = await Promise.all(Array.from({ length: 5 }, () => RawSocket.open(server.url)));
    for (const socket of slow) socket.write(REQUEST.slice(0, -rest.length));
    await fc.assert(harmless, { numRuns: 100 });
    const responses = await Promise.all(slow.map((socket) => socket.request(rest)));
    expect(responses.filter((response) => response.startsWith(RESPONSE_START))).toHaveLength(5);
  }
  await server.close();
});

it('keeps at most the allowed number of connections, and serves every new one', async () => {
  const server = await createSandbox().listen();
  const sockets: RawSocket[] = [];
  const responses: string[] = [];
  const openAndRequest = async () => {
    const socket = await RawSocket.open(server.url);
    sockets.push(socket);
    responses.push(await socket.request(REQUEST));
  };
  while (sockets.length < SOCKETS) await Promise.all(Array.from({ length: BATCH }, openAndRequest));

  const countServed = (texts: readonly string[]) =>
    texts.filter((response) => response.startsWith(RESPONSE_START)).length;
  expect(countServed(responses)).toBe(SOCKETS);
  const again = await Promise.all(sockets.map((socket) => socket.request(REQUEST)));
  expect(countServed(again)).toBeGreaterThan(0);
  expect(countServed(again)).toBeLessThanOrEqual(MAX_CONNECTIONS);
  await server.close();
});
