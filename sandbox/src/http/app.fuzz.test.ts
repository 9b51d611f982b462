import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { shots } from '../testing/fuzz/fuzz-requests.js';
import { Range } from '../testing/fuzz/fuzz-target.js';
import { bytes } from '../testing/fuzz/raw-requests.js';
import { heapInUse } from '../testing/heap.js';
import { RawSocket } from '../testing/raw-socket.js';
import { MAX_BODY } from './request-body.js';
import { MAX_CONNECTIONS } from './server.js';

const MEGABYTE = 1024 * 1024;

/** How many sockets are opened, and how many of them at once. Those that are refused are soon gone. */
const MOST_SOCKETS = 3000;
const WAVE = 250;

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const ANSWER = 'HTTP/1.1 404 ';

/** Long enough to find the smallest garbage that does harm. */
const PATIENCE = 120_000;

it(
  'answers 10 000 requests of garbage without an error of its own, and holds on to none of them',
  async () => {
    const range = await Range.open();
    const fire = async (times: number) => {
      await fc.assert(
        fc.asyncProperty(shots, (shot) => range.fire(shot)),
        { numRuns: times },
      );
      await range.reset();
      return heapInUse();
    };

    const before = await fire(2000);
    const after = await fire(8000);

    expect((after - before) / MEGABYTE).toBeLessThan(5);
  },
  PATIENCE,
);

it(
  'survives 1000 connections of garbage, and those that never come to an end',
  async () => {
    const server = await createSandbox().listen();
    const slow = await Promise.all(Array.from({ length: 50 }, () => RawSocket.dial(server.url)));
    for (const socket of slow) socket.write(REQUEST.slice(0, REQUEST.indexOf('a')));

    const stillAnswers = async () => expect((await fetch(server.url)).status).toBe(404);
    const harmless = fc.asyncProperty(bytes, async ({ text, ending }) => {
      const socket = await RawSocket.dial(server.url);
      socket.write(text);
      if (ending === 'waits') await stillAnswers();
      if (ending === 'hangs up') socket.hangUp();
      else socket.end();
      await socket.closed;
      expect(socket.received).not.toMatch(/^HTTP\/1\.1 5/m);
      await stillAnswers();
    });
    await fc.assert(harmless, { numRuns: 1000 });

    const answers = await Promise.all(slow.map((socket) => socket.ask(REQUEST.slice(REQUEST.indexOf('a')))));
    expect(answers.filter((answer) => answer.startsWith(ANSWER))).toHaveLength(50);
    await server.close();
  },
  PATIENCE,
);

describe.each(['in-process', 'over HTTP'])('%s, a body', (way) => {
  it.each(['with its length', 'in chunks'])(
    'that is a byte too large is refused when it is sent %s',
    async (form) => {
      const sandbox = createSandbox();
      const server = way === 'over HTTP' ? await sandbox.listen() : undefined;
      const url = `${server?.url ?? 'http://sandbox.test'}/connect/token`;
      const send = async (size: number) => {
        const bytes = new Uint8Array(size);
        const body = form === 'in chunks' ? new Blob([bytes]).stream() : bytes;
        const headers = {
          'Content-Type': 'application/json',
          ...(form === 'with its length' && { 'Content-Length': String(size) }),
        };
        const init = { method: 'POST', headers, body, duplex: 'half' };
        const { status } = await (server ? fetch(url, init) : sandbox.fetch(url, init));
        return status;
      };

      expect(await send(MAX_BODY)).toBe(400);
      expect(await send(MAX_BODY + 1)).toBe(413);
      expect(await send(1)).toBe(400);
      await server?.close();
    },
  );
});

it('refuses connections beyond its limit, and still answers the first ones', async () => {
  const server = await createSandbox().listen();
  const sockets: RawSocket[] = [];
  const answers: string[] = [];
  const dialAndAsk = async () => {
    const socket = await RawSocket.dial(server.url);
    sockets.push(socket);
    answers.push(await socket.ask(REQUEST));
  };
  while (sockets.length < MOST_SOCKETS) await Promise.all(Array.from({ length: WAVE }, dialAndAsk));

  expect(answers.filter((answer) => answer.startsWith(ANSWER))).toHaveLength(MAX_CONNECTIONS);
  expect(answers.filter((answer) => answer === '')).toHaveLength(MOST_SOCKETS - MAX_CONNECTIONS);
  const again = await Promise.all(sockets.slice(0, WAVE).map((socket) => socket.ask(REQUEST)));
  expect(again.filter((answer) => answer.startsWith(ANSWER))).toHaveLength(WAVE);
  await server.close();
});
