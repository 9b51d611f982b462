import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Handler } from './in-process-fetch.js';
import { firstHalf, type Reply } from './outgoing-response.js';

/** Where the sandbox listens. */
export interface ListenOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default `127.0.0.1`: nobody but this machine. */
  readonly host?: string;
}

/** A sandbox that listens. */
export interface Server {
  readonly url: string;
  /** Stops listening and ends all connections. */
  close(): Promise<void>;
}

/** Connections beyond this many are refused. */
export const MAX_CONNECTIONS = 1000;

/** How long a request may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** Serves a handler over HTTP. Rejects when the port cannot be had. */
export async function listen(
  handle: Handler,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Server> {
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const reply = await handle(request);
      if (reply instanceof Response) return reply;
      send(reply, outgoing as ServerResponse);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends a reply, or as much of it as arrives. */
function send({ status, headers, body, damage }: Reply, outgoing: ServerResponse): void {
  if (damage === 'lost') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(
    status,
    body === undefined ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) },
  );
  if (damage === undefined) outgoing.end(body);
  else outgoing.write(firstHalf(body ?? ''), () => damage === 'truncated' && outgoing.destroy());
}
