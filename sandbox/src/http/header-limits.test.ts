import { expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { CARD } from '../testing/fixtures.js';
import { RawSocket } from '../testing/raw-socket.js';

const BODY = JSON.stringify({ amount: 1000, currency: 'USD', source: CARD });

async function setUp() {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const api = await connect(sandbox, server.url, fetch);
  const { body } = await api.post<{ access_token: string }>('/connect/token', api.tokenRequest);
  const socket = await RawSocket.open(server.url);
  onTestFinished(() => socket.close());
  const pay = (lines: string, key: string) =>
    socket.request(
      `POST /payments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${body.access_token}\r\n${lines}Cko-Idempotency-Key: ${key}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
    );
  return { sandbox, pay };
}

it.each([10, 990, 1010, 2010, 10_000])('reads an idempotency key behind %d other headers', async (count) => {
  const { sandbox, pay } = await setUp();
  const lines = 'a:\r\n'.repeat(count);

  const first = await pay(lines, 'key-1');
  const repeated = await pay(lines, 'key-1');

  expect([first, repeated]).toEqual([
    expect.stringMatching(/^HTTP\/1\.1 201 /),
    expect.stringMatching(/^HTTP\/1\.1 201 /),
  ]);
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Capture']);
});

// Node.js counts the characters of names and values alone.
it.each([
  ['many headers', 'a:\r\n'.repeat(17_000)],
  ['one long header', `a: ${'b'.repeat(20_000)}\r\n`],
])('refuses %s whose names and values exceed 16 KiB with 431', async (_, lines) => {
  const { sandbox, pay } = await setUp();

  expect(await pay(lines, 'key-1')).toMatch(/^HTTP\/1\.1 431 /);
  expect(sandbox.ledger()).toEqual([]);
});
