import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { RawSocket } from '../testing/raw-socket.js';
import { MAX_CONNECTIONS } from './server.js';

async function setUp() {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  return { sandbox, url: server.url };
}

/** Opens connections, and writes the same to each. */
function openSockets(count: number, url: string, text: string): Promise<RawSocket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = await RawSocket.open(url);
      socket.write(text);
      return socket;
    }),
  );
}

it.each([
  ['are silent', ''],
  ['send half of the headers', 'POST /payments HTTP/1.1\r\nHost: localhost\r\n'],
  [
    'send half of the body',
    'POST /payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\nContent-Type: application/json\r\n\r\n{',
  ],
])('serves others within a second while more connections than it keeps %s', async (_, text) => {
  const { url } = await setUp();
  await openSockets(MAX_CONNECTIONS + 100, url, text);
  // Until the server has accepted all of them.
  await fetch(`${url}/payments`);

  for (let sent = 0; sent < 5; sent += 1) {
    const started = performance.now();
    const response = await fetch(`${url}/payments`, { headers: { Connection: 'close' } });

    expect(response.status).toBe(401);
    expect(performance.now() - started).toBeLessThan(1000);
  }
});

it('closes the connection that has waited longest, and no other', async () => {
  const { url } = await setUp();
  const [oldest, second] = await openSockets(2, url, '');
  await openSockets(MAX_CONNECTIONS - 2, url, '');

  const newest = await RawSocket.open(url);
  await oldest?.closed;

  const request = 'GET /payments HTTP/1.1\r\nHost: localhost\r\n\r\n';
  expect(await second?.request(request)).toMatch(/^HTTP\/1\.1 401 /);
  expect(await newest.request(request)).toMatch(/^HTTP\/1\.1 401 /);
});

it('never closes a connection whose request is being executed', async () => {
  const { sandbox, url } = await setUp();
  const api = await connect(sandbox, url, fetch);
  const id = await api.authorize();
  sandbox.faults.inject({ operationId: 'capturePayment', effect: 'delay', ms: 2000 });
  const capture = api.capture(id);
  await expect.poll(() => sandbox.requests().at(-1)?.operationId, { interval: 1 }).toBe('capturePayment');

  await openSockets(MAX_CONNECTIONS + 100, url, '');

  expect((await capture).status).toBe(202);
});

it('refuses new connections when the requests of all others are being executed', async () => {
  const { sandbox, url } = await setUp();
  const api = await connect(sandbox);
  const id = await api.authorize();
  const { body } = await api.post<{ access_token: string }>('/connect/token', api.tokenRequest);
  const earlier = sandbox.requests().length;
  sandbox.faults.inject({ effect: 'delay', ms: 60_000, times: MAX_CONNECTIONS });
  await openSockets(
    MAX_CONNECTIONS,
    url,
    `GET /payments/${id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${body.access_token}\r\n\r\n`,
  );
  await expect.poll(() => sandbox.requests().length - earlier).toBe(MAX_CONNECTIONS);

  const refused = await RawSocket.open(url);

  await refused.closed;
  expect(refused.received).toBe('');
});

describe('the time limits of a request', () => {
  it('are 10 s for its headers and 30 s in all', async () => {
    const { url } = await setUp();

    expect(await findServer(url)).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 });
  });

  it.each([
    ['its headers', 'headersTimeout', 'POST /payments HTTP/1.1\r\nHost: localhost\r\n'],
    [
      'its body',
      'requestTimeout',
      'POST /payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n{',
    ],
  ] as const)(
    'close the connection with a 408 within 2 s after %s should have arrived',
    async (_, limit, text) => {
      const { url } = await setUp();
      const server = await findServer(url);
      // Both are checked, and a limit for the headers is not longer than that of the request.
      if (limit === 'requestTimeout') server.requestTimeout = 100;
      server.headersTimeout = 100;
      const socket = await RawSocket.open(url);
      const started = performance.now();

      socket.write(text);
      await socket.closed;

      expect(socket.received).toBe('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      expect(performance.now() - started).toBeLessThan(2_500);
    },
  );
});

/** Returns the server of node:http that handles the requests to a URL. */
async function findServer(url: string): Promise<Server> {
  const { port } = new URL(url);
  const servers: Server[] = [];
  const onRequest = (message: unknown) => void servers.push((message as { server: Server }).server);
  subscribe('http.server.request.start', onRequest);
  await fetch(`${url}/payments`);
  unsubscribe('http.server.request.start', onRequest);
  const found = servers.find(
    (server) => (server.address() as { port: number } | null)?.port === Number(port),
  );
  if (!found) throw new Error(`No server handled a request to ${url}.`);
  return found;
}
