import { expect, it, onTestFinished } from 'vitest';
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
  sandbox.faults.inject({ effect: 'delay', ms: 60_000, times: MAX_CONNECTIONS });
  await openSockets(
    MAX_CONNECTIONS,
    url,
    `GET /payments/${id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${body.access_token}\r\n\r\n`,
  );
  await expect.poll(() => sandbox.requests().length).toBeGreaterThanOrEqual(MAX_CONNECTIONS);

  const refused = await RawSocket.open(url);

  await refused.closed;
  expect(refused.received).toBe('');
});
