import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startProxy } from './proxy.js';
import type { Interruption } from './strikes.js';

const BODY = JSON.stringify({ amount: 1000 });
const REQUEST = `POST /payments HTTP/1.1\r\nHost: a\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

describe('startProxy', () => {
  it('forwards requests and responses, one after another on a connection', async () => {
    const { send, received } = await setUp([undefined, undefined]);

    expect(await send(REQUEST, 2, REQUEST)).toMatchObject({ responses: 2, end: 'open' });
    expect(received).toEqual([BODY, BODY]);
  });

  it('waits for the end of a request that comes in parts', async () => {
    const { send, received } = await setUp([undefined]);

    expect(await send(REQUEST.slice(0, -5), 1, REQUEST.slice(-5))).toMatchObject({ responses: 1 });
    expect(received).toEqual([BODY]);
  });

  it.each<[string, Interruption, string]>([
    ['before the request', { at: 'request', effect: 'reset' }, 'reset'],
    ['in the request', { at: 'request', effect: 'cut', part: 0.9 }, 'reset'],
  ])('resets the connection %s, which never takes effect', async (_, interruption, end) => {
    const { send, received } = await setUp([interruption]);

    expect(await send(REQUEST, 1)).toEqual({ bytes: 0, responses: 0, end });
    expect(received).toEqual([]);
  });

  it.each<[string, Interruption, number, string]>([
    ['resets the connection before the response', { at: 'response', effect: 'reset', bytes: 0 }, 0, 'reset'],
    ['truncates the response', { at: 'response', effect: 'truncate', bytes: 20 }, 20, 'closed'],
    ['sends nothing of the response', { at: 'response', effect: 'silence' }, 0, 'open'],
  ])('%s of a request that took effect', async (_, interruption, bytes, end) => {
    const { send, received } = await setUp([interruption]);

    // An end surely comes, however long that takes.
    expect(await send(REQUEST, end === 'open' ? 0 : 1)).toEqual({ bytes, responses: 0, end });
    await expect.poll(() => received).toEqual([BODY]);
  });

  it('delays the response', async () => {
    const { send } = await setUp([{ at: 'response', effect: 'delay', ms: 100 }]);
    const started = performance.now();

    expect(await send(REQUEST, 1)).toMatchObject({ responses: 1 });
    expect(performance.now() - started).toBeGreaterThan(95);
  });

  it('delivers a request late, when nobody waits for it any more', async () => {
    const { send, received, proxy } = await setUp([{ at: 'request', effect: 'late', ms: 400 }]);

    expect(await send(REQUEST, 0)).toMatchObject({ bytes: 0, end: 'open' });
    expect(received).toEqual([]);
    await proxy.delivered();
    expect(received).toEqual([BODY]);
  });

  it('refuses connections until it is restored', async () => {
    const { send, proxy } = await setUp([undefined]);
    await proxy.refuse();

    expect(await send(REQUEST, 1)).toMatchObject({ end: 'refused' });
    await proxy.restore();
    expect(await send(REQUEST, 1)).toMatchObject({ responses: 1 });
  });
});

/** Starts a server behind a proxy that interrupts the requests in the given way. */
async function setUp(interruptions: readonly (Interruption | undefined)[]) {
  const received: string[] = [];
  const server = createServer(async (message, response) => {
    let body = '';
    for await (const chunk of message.setEncoding('utf8')) body += chunk;
    received.push(body);
    response.setHeader('Content-Length', 2).end('{}');
  });
  // Of a request that is cut.
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const queue = [...interruptions];
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy = await startProxy(target, async () => queue.shift());
  onTestFinished(async () => {
    await proxy.close();
    server.close();
    server.closeAllConnections();
  });
  return { send: (...args: [string, number, string?]) => send(proxy.url, ...args), received, proxy };
}

/**
 * Sends bytes, and returns what came back when the connection ended or there were enough responses. Where none is
 * expected, it waits for 300 ms.
 */
async function send(url: string, request: string, responses: number, rest?: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  let end = 'open';
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk;
      if (responses > 0 && count(text) === responses) resolve();
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      end = code === 'ECONNREFUSED' ? 'refused' : 'reset';
    });
    socket.on('close', (hadError) => {
      if (!hadError) end = 'closed';
      resolve();
    });
  });
  socket.write(request);
  if (rest !== undefined) {
    await wait(20);
    socket.write(rest);
  }
  await Promise.race([ended, wait(responses > 0 ? 10_000 : 300)]);
  const result = { bytes: text.length, responses: count(text), end };
  socket.destroy();
  return result;
}

function count(text: string): number {
  return text.split('\r\n\r\n{}').length - 1;
}
