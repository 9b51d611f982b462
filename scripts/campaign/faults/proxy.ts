import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Interruption } from './strikes.js';

/** Decides about a request before it is forwarded. */
export type OnRequest = (request: {
  readonly method: string;
  readonly path: string;
}) => Promise<Interruption | undefined>;

/** A TCP proxy before the sandbox. */
export interface CampaignProxy {
  readonly url: string;
  /** Refuses connections, and resets those that are open, until `restore` is called. */
  refuse(): Promise<void>;
  restore(): Promise<void>;
  /** Resolves when the requests that were to arrive late have arrived. */
  delivered(): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Starts a proxy that forwards bytes, and reads no more of them than where a request ends.
 *
 * @param target The URL of the sandbox.
 */
export async function startProxy(target: string, onRequest: OnRequest): Promise<CampaignProxy> {
  const { hostname, port } = new URL(target);
  const reach = () => connect(Number(port), hostname);
  const clients = new Set<Socket>();
  const late: Promise<void>[] = [];
  const deliverLate = (request: Buffer, ms: number) => void late.push(deliver(request, ms, reach));
  const open = () =>
    createServer((client) => {
      clients.add(client);
      client.on('close', () => clients.delete(client));
      forward(client, reach, onRequest, deliverLate);
    });
  let server = await listen(open(), 0);
  const address = server.address();
  const own = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const refuse = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    clients.forEach(reset);
    await closed;
  };
  return {
    url: `http://127.0.0.1:${own}`,
    refuse,
    async restore() {
      server = await listen(open(), own);
    },
    delivered: () => Promise.all(late),
    close: refuse,
  };
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Forwards the requests of a connection, one after another. */
function forward(
  client: Socket,
  reach: () => Socket,
  onRequest: OnRequest,
  deliverLate: (request: Buffer, ms: number) => void,
): void {
  let target: Socket | undefined;
  let received = Buffer.alloc(0);
  let interruption: Interruption | undefined;
  /** How much of the current response was forwarded, in bytes. */
  let forwarded = 0;

  client.on('error', () => {});
  client.on('close', () => target?.destroy());
  client.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    const end = findRequestEnd(received);
    if (end === undefined) return;
    const request = received.subarray(0, end);
    received = received.subarray(end);
    void strike(request);
  });

  async function strike(request: Buffer): Promise<void> {
    const [method = '', path = ''] = request.toString('latin1', 0, request.indexOf('\r\n')).split(' ');
    interruption = await onRequest({ method, path });
    forwarded = 0;
    if (client.destroyed) return;
    if (interruption?.at !== 'request') {
      target ??= openTarget();
      target.write(request);
      return;
    }
    switch (interruption.effect) {
      case 'reset':
        reset(client);
        return;
      case 'cut': {
        const part = request.subarray(0, Math.floor(request.length * interruption.part));
        const connection = target ?? openTarget();
        connection.write(part, () => reset(connection));
        reset(client);
        return;
      }
      case 'late':
        deliverLate(request, interruption.ms);
    }
  }

  function openTarget(): Socket {
    const connection = reach();
    connection.on('error', () => {});
    connection.on('close', () => client.end());
    connection.on('data', respond);
    return connection;
  }

  function respond(chunk: Buffer): void {
    if (interruption?.at !== 'response') {
      client.write(chunk);
      return;
    }
    switch (interruption.effect) {
      case 'silence':
        return;
      case 'delay':
        setTimeout(() => client.write(chunk), interruption.ms);
        return;
      default: {
        const part = chunk.subarray(0, interruption.bytes - forwarded);
        forwarded += part.length;
        if (part.length === chunk.length) client.write(chunk);
        else if (interruption.effect === 'truncate') client.end(part);
        else client.write(part, () => reset(client));
      }
    }
  }
}

/** Resets a connection. One that is being closed cannot be reset: Node would never release it. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** Delivers a request that the client has given up, and resolves when there is a response. */
async function deliver(request: Buffer, ms: number, reach: () => Socket): Promise<void> {
  await wait(ms);
  const connection = reach();
  connection.on('error', () => {});
  connection.on('data', () => connection.destroy());
  connection.write(request);
  await new Promise((resolve) => connection.once('close', resolve));
}

/** Returns where the first request in the bytes ends; undefined when it is not complete. */
function findRequestEnd(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1] ?? 0;
  const total = end + 4 + Number(length);
  return total <= bytes.length ? total : undefined;
}
