import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findBuiltin } from '../lib/find-builtin.js';
import type { ListenOptions, Server } from '../sandbox.js';
import { createAccess } from './access.js';
import { Connections } from './connections.js';
import type { RequestHandler } from './handler.js';
import { readListenOptions } from './listen-options.js';
import { fromIncomingMessage } from './node-request.js';
import { firstHalf, type OutgoingResponse } from './outgoing-response.js';

/** The number of connections that are open at a time. */
export const MAX_CONNECTIONS = 1000;

/** The limits of node:http, in ms. */
const TIMEOUTS = {
  /** How long the headers of a request may take to arrive. */
  headersTimeout: 10_000,
  /** How long a request may take to arrive. */
  requestTimeout: 30_000,
  /** How often these limits are checked. By default, a connection stays up to 30 s beyond its limit. */
  connectionsCheckingInterval: 1000,
};

/** Where to reach a server on this machine that listens on all addresses. */
const LOOPBACK: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Serves a handler over HTTP.
 * @throws Error of Node.js when it cannot listen; TypeError when an option is wrong.
 */
export async function listen(handle: RequestHandler, options: ListenOptions = {}): Promise<Server> {
  const { createServer } = loadHttp();
  const { port, host, allowedHosts, cors } = readListenOptions(options);
  const access = createAccess([host, ...allowedHosts], cors);
  const connections = new Connections(MAX_CONNECTIONS);
  let authority = '';
  // Two Host headers become a malformed one: RFC 9112, section 3.2.
  const server = createServer({ ...TIMEOUTS, joinDuplicateHeaders: true }, (message, outgoing) => {
    const { socket } = message;
    message.once('end', () => {
      // A body that is not read ends after the response.
      if (!outgoing.writableFinished) connections.setBusy(socket);
    });
    outgoing.once('close', () => connections.setWaiting(socket));
    return respond(message, outgoing);
  });
  // By default, Node.js drops headers after the first thousand without a word, and with them an idempotency key.
  // Their size stays limited: more than 16 KiB get a 431.
  server.maxHeadersCount = 0;
  server.on('connection', (socket) => connections.add(socket));

  async function respond(message: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    let request: ReturnType<typeof fromIncomingMessage>;
    try {
      request = fromIncomingMessage(message, authority, cors);
    } catch {
      outgoing.writeHead(400, { Connection: 'close' }).end();
      return;
    }
    try {
      const response = await handle(request, access.intercept);
      const { stream } = response;
      if (stream) await sendStream(response, stream, access.corsHeaders(request), outgoing);
      else send(response, access.corsHeaders(request), outgoing);
    } catch {
      // The error can name what it was about, such as the URL, which may be secret.
      outgoing.writeHead(500).end('The sandbox failed.');
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const reachable = LOOPBACK[address.address] ?? address.address;
  const hostname = address.family === 'IPv6' ? `[${reachable}]` : reachable;
  authority = `${hostname}:${address.port}`;
  const closed = new Promise<void>((resolve) => {
    server.once('close', resolve);
  });
  return {
    url: `http://${authority}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function loadHttp(): typeof import('node:http') {
  const http = findBuiltin('node:http');
  if (http) return http;
  const node = globalThis.process?.versions?.node;
  throw new Error(
    node === undefined
      ? 'listen() needs Node.js, Deno or Bun. Use `sandbox.fetch` instead, which opens no socket.'
      : `listen() needs Node.js 20.19 or newer; this is ${node}.`,
  );
}

/** Sends a body as it arises, no faster than its reader takes it, until the connection is closed. */
async function sendStream(
  { status, headers }: OutgoingResponse,
  stream: ReadableStream<Uint8Array>,
  corsHeaders: OutgoingResponse['headers'],
  outgoing: ServerResponse,
): Promise<void> {
  const reader = stream.getReader();
  outgoing.once('close', () => reader.cancel().catch(() => {}));
  outgoing.writeHead(status, { ...headers, ...corsHeaders });
  try {
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      const { value } = part;
      await new Promise((resolve) => outgoing.write(value, resolve));
    }
  } catch {
    // Too late for a status: a broken connection says that something is wrong.
  }
  outgoing.destroy();
}

/** Sends a response, or the part of it that a fault lets through. */
function send(
  { status, headers, body, damage }: OutgoingResponse,
  corsHeaders: OutgoingResponse['headers'],
  outgoing: ServerResponse,
): void {
  if (damage === 'lost') {
    outgoing.destroy();
    return;
  }
  const sent: Record<string, string | number> = { ...headers, ...corsHeaders };
  if (body !== undefined) sent['Content-Length'] = Buffer.byteLength(body);
  outgoing.writeHead(status, sent);
  // As a string, it is written together with the headers, which takes half the time of two writes.
  if (damage === undefined) outgoing.end(body);
  else outgoing.write(firstHalf(body ?? ''), () => damage === 'truncated' && outgoing.destroy());
}
