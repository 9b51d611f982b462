import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect as openSocket, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createSandbox, type Fault, type ListenOptions } from '../index.js';
import { connect } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';
import { listen } from './server.js';

const RAW_REQUEST = 'GET /payments?reference=a HTTP/1.1\r\nHost: localhost\r\n';

async function setUp(options: ListenOptions = {}) {
  const sandbox = createSandbox({ seed: 1 });
  const server = await sandbox.listen(options);
  onTestFinished(() => server.close());
  return { sandbox, server, port: Number(new URL(server.url).port) };
}

/** Opens a raw connection. */
async function openConnection(port: number): Promise<Socket> {
  const socket = openSocket(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  // A reset closes the connection too.
  socket.on('error', () => {});
  return socket;
}

it.each([
  [
    'Node.js 18',
    { versions: { node: '18.20.8' } },
    'listen() needs Node.js 20.19 or newer; this is 18.20.8.',
  ],
  ['a browser', undefined, 'listen() needs Node.js, Deno or Bun. Use `sandbox.fetch` instead'],
])('says what it needs on %s', async (_name, platform, message) => {
  const sandbox = createSandbox();
  vi.stubGlobal('process', platform);
  const listening = sandbox.listen();
  vi.unstubAllGlobals();

  await expect(listening).rejects.toThrow(message);
});

it('serves the payments API on a free loopback port by default', async () => {
  const { sandbox, server } = await setUp();
  const api = await connect(sandbox, server.url, fetch);

  const id = await api.charge();

  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await api.details(id)).toMatchObject({
    status: 'Captured',
    _links: { self: { href: `${server.url}/payments/${id}` } },
  });
  expect(sandbox.ledger()).toHaveLength(2);
});

it('shares its state with other servers and the in-process fetch', async () => {
  const { sandbox, server } = await setUp();
  const other = await sandbox.listen();
  onTestFinished(() => other.close());
  const id = await (await connect(sandbox, server.url, fetch)).authorize();

  expect((await (await connect(sandbox, other.url, fetch)).capture(id)).status).toBe(202);
  expect(await (await connect(sandbox)).details(id)).toMatchObject({ status: 'Captured' });
});

it('listens on IPv6 where it is available, and rejects elsewhere', async () => {
  const available = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === '::1'),
  );
  const listening = setUp({ host: '::1' }).then(async ({ server }) => {
    const { status } = await fetch(`${server.url}/payments`);
    return `${server.url} responds with ${status}`;
  });

  if (available) expect(await listening).toMatch(/^http:\/\/\[::1\]:\d+ responds with 401$/);
  else await expect(listening).rejects.toThrow('EADDRNOTAVAIL');
});

it('rejects when the port is in use', async () => {
  const { sandbox, port } = await setUp();

  await expect(sandbox.listen({ port })).rejects.toThrow(expect.objectContaining({ code: 'EADDRINUSE' }));
});

it('frees its port when it is closed, and can be closed twice', async () => {
  const { sandbox, server, port } = await setUp();

  await server.close();
  await server.close();

  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  const again = await sandbox.listen({ port });
  onTestFinished(() => again.close());
  expect((await fetch(`${again.url}/payments`)).status).toBe(401);
});

it.each([
  ['without a request', ''],
  ['with an incomplete request', RAW_REQUEST],
  ['that is kept alive', `${RAW_REQUEST}\r\n`],
])('closes a connection %s when the server is closed', async (_, sent) => {
  const { server, port } = await setUp();
  const socket = await openConnection(port);
  socket.write(sent);
  if (sent.endsWith('\r\n\r\n')) await once(socket, 'data');
  socket.resume();

  const ended = new Promise((resolve) => socket.once('close', resolve));
  await server.close();

  await ended;
});

it.each<Fault>([{ effect: 'delay', ms: 500 }, { effect: 'stall-body' }])(
  'closes a connection with the fault $effect when the server is closed',
  async (fault) => {
    const { sandbox, server } = await setUp();
    const api = await connect(sandbox, server.url, fetch);
    sandbox.faults.inject(fault);

    const read = api.request('GET', '/payments?reference=a').then((response) => response.text());
    const failed = expect(read).rejects.toThrow(TypeError);
    await expect.poll(() => sandbox.requests().at(-1)?.operationId, { interval: 1 }).toBe('getPaymentsList');
    await server.close();

    await failed;
  },
);

it('keeps serving after connections are lost in the middle of a request', async () => {
  const { sandbox, server, port } = await setUp();
  const api = await connect(sandbox, server.url, fetch);
  const head = `POST /payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n`;

  for (const sent of [
    'GET',
    RAW_REQUEST,
    `${head}\r\n`,
    `${head}Content-Type: application/json\r\n\r\n{"amount":`,
  ]) {
    const socket = await openConnection(port);
    await new Promise((resolve) => socket.write(sent, resolve));
    socket.destroy();
  }

  expect((await api.get(`/payments/${UNKNOWN_ID}`)).status).toBe(404);
  expect(sandbox.ledger()).toEqual([]);
});

it.each(['user:hush-1', 'hush-1', ':hush-1'])(
  'refuses the credentials %s in a URL, and does not repeat them',
  async (credentials) => {
    const { port } = await setUp();
    const socket = await openConnection(port);

    socket.write(
      `GET http://${credentials}@127.0.0.1:${port}/_sandbox/ledger HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    );
    const response = await text(socket);

    expect(response).toMatch(/^HTTP\/1\.1 400 /);
    expect(response).not.toContain('hush');
  },
);

it('refuses a request with two Host headers (RFC 9112, section 3.2)', async () => {
  const { port } = await setUp();
  const socket = await openConnection(port);

  socket.write(`${RAW_REQUEST}Host: 127.0.0.1\r\nConnection: close\r\n\r\n`);

  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

it('responds with 500 to an error of its own, and does not repeat what it says', async () => {
  const server = await listen(() => {
    throw new Error('hush');
  });
  onTestFinished(() => server.close());

  const response = await fetch(server.url);

  expect(response.status).toBe(500);
  expect(await response.text()).toBe('The sandbox failed.');
});

it('responds to invalid HTTP with 400 and keeps serving', async () => {
  const { sandbox, server, port } = await setUp();
  const socket = await openConnection(port);

  socket.write('Hello?\r\n\r\n');
  const [response] = await once(socket, 'data');

  expect(String(response)).toMatch(/^HTTP\/1\.1 400 /);
  const api = await connect(sandbox, server.url, fetch);
  expect((await api.get(`/payments/${UNKNOWN_ID}`)).status).toBe(404);
});

it('serves many requests on one connection', async () => {
  const { server } = await setUp();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const sockets = new Set<Socket>();
  const statuses = new Set<number | undefined>();

  for (let sent = 0; sent < 200; sent += 1) {
    const [response] = await once(get(`${server.url}/payments`, { agent }), 'response');
    sockets.add(response.socket);
    statuses.add(response.statusCode);
    response.resume();
    await once(response, 'end');
  }

  expect([...statuses]).toEqual([401]);
  expect(sockets.size).toBe(1);
});
