import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect as openSocket, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { createSandbox, type ListenOptions } from '../index.js';
import { connect } from '../testing/api.js';
import { UNKNOWN_ID } from '../testing/fixtures.js';

const RAW_REQUEST = 'GET /payments?reference=a HTTP/1.1\r\nHost: sandbox\r\n';

async function setUp(options: ListenOptions = {}) {
  const sandbox = createSandbox({ seed: 1 });
  const server = await sandbox.listen(options);
  onTestFinished(() => server.close());
  return { sandbox, server, port: Number(new URL(server.url).port) };
}

/** A bare connection, once it is there. */
async function socketTo(port: number): Promise<Socket> {
  const socket = openSocket(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  // A connection that is reset is ended as well.
  socket.on('error', () => {});
  return socket;
}

it('serves the payments API on a free port that only this machine can reach', async () => {
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

it('shares what it holds with every other port and with its fetch', async () => {
  const { sandbox, server } = await setUp();
  const other = await sandbox.listen();
  onTestFinished(() => other.close());
  const id = await (await connect(sandbox, server.url, fetch)).authorize();

  expect((await (await connect(sandbox, other.url, fetch)).capture(id)).status).toBe(202);
  expect(await (await connect(sandbox)).details(id)).toMatchObject({ status: 'Captured' });
});

it('listens on IPv6 where the machine has it, and says that it cannot elsewhere', async () => {
  const available = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === '::1'),
  );
  const listening = setUp({ host: '::1' }).then(async ({ server }) => {
    const { status } = await fetch(`${server.url}/payments`);
    return `${server.url} answers ${status}`;
  });

  if (available) expect(await listening).toMatch(/^http:\/\/\[::1\]:\d+ answers 401$/);
  else await expect(listening).rejects.toThrow('EADDRNOTAVAIL');
});

it('rejects when the port is taken', async () => {
  const { sandbox, port } = await setUp();

  await expect(sandbox.listen({ port })).rejects.toThrow(expect.objectContaining({ code: 'EADDRINUSE' }));
});

it('rejects a port that is none', async () => {
  await expect(setUp({ port: 70_000 })).rejects.toThrow(RangeError);
});

it('frees its port when it is closed, and can be closed again', async () => {
  const { sandbox, server, port } = await setUp();

  await server.close();
  await server.close();

  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  const again = await sandbox.listen({ port });
  onTestFinished(() => again.close());
  expect((await fetch(`${again.url}/payments`)).status).toBe(401);
});

it.each([
  ['that has sent nothing', ''],
  ['in the middle of its request', RAW_REQUEST],
  ['that was answered and is kept alive', `${RAW_REQUEST}\r\n`],
])('ends a connection %s when it is closed', async (_, sent) => {
  const { server, port } = await setUp();
  const socket = await socketTo(port);
  socket.write(sent);
  if (sent.endsWith('\r\n\r\n')) await once(socket, 'data');
  socket.resume();

  const ended = new Promise((resolve) => socket.once('close', resolve));
  await server.close();

  await ended;
});

it.each(['delay', 'stall-body'] as const)(
  'ends a connection that meets %s when it is closed',
  async (effect) => {
    const { sandbox, server } = await setUp();
    const api = await connect(sandbox, server.url, fetch);
    sandbox.faults.inject({ effect, ms: 500 });

    const read = api.request('GET', '/payments?reference=a').then((response) => response.text());
    const failed = expect(read).rejects.toThrow(TypeError);
    await expect.poll(() => sandbox.requests().at(-1)?.operationId, { interval: 1 }).toBe('getPaymentsList');
    await server.close();

    await failed;
  },
);

it('goes on after connections that were lost in the middle of a request', async () => {
  const { sandbox, server, port } = await setUp();
  const api = await connect(sandbox, server.url, fetch);
  const head = `POST /payments HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 500\r\n`;

  for (const sent of [
    'GET',
    RAW_REQUEST,
    `${head}\r\n`,
    `${head}Content-Type: application/json\r\n\r\n{"amount":`,
  ]) {
    const socket = await socketTo(port);
    await new Promise((resolve) => socket.write(sent, resolve));
    socket.destroy();
  }

  expect((await api.get(`/payments/${UNKNOWN_ID}`)).status).toBe(404);
  expect(sandbox.ledger()).toEqual([]);
});

it('answers what is no HTTP with 400 and goes on', async () => {
  const { sandbox, server, port } = await setUp();
  const socket = await socketTo(port);

  socket.write('Hello?\r\n\r\n');
  const [answer] = await once(socket, 'data');

  expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
  const api = await connect(sandbox, server.url, fetch);
  expect((await api.get(`/payments/${UNKNOWN_ID}`)).status).toBe(404);
});

it('answers many requests in turn on one connection', async () => {
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
