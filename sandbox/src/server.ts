import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { damageOf } from './damage.js';
import type { Handler } from './fetch.js';

export interface ListenOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default `127.0.0.1`: nobody but this machine. */
  readonly host?: string;
}

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
    async (request, { incoming, outgoing }) => {
      const response = await handle(request);
      if (response.type === 'error') incoming.socket.destroy();
      else if (damageOf(response) === 'truncate-body')
        await sendFirstChunk(response, outgoing as ServerResponse);
      else return response;
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

/** Sends the head and the first chunk of a response, and cuts the connection. */
async function sendFirstChunk({ status, headers, body }: Response, outgoing: ServerResponse): Promise<void> {
  const first = await body?.getReader().read();
  outgoing.writeHead(status, Object.fromEntries(headers));
  outgoing.write(first?.value, () => outgoing.destroy());
}
