import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ListenOptions, Server } from '../sandbox.js';
import { firstHalf, type OutgoingResponse, type RequestHandler } from './outgoing-response.js';

/** The number of connections that are accepted at a time. */
export const MAX_CONNECTIONS = 1000;

/** How long a request may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves a handler over HTTP.
 * @throws Error of Node.js when it cannot listen.
 */
export async function listen(
  handle: RequestHandler,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Server> {
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const response = await handle(request);
      if (response instanceof Response) return response;
      send(response, outgoing as ServerResponse);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const hostname = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${hostname}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends a response, or the part of it that a fault lets through. */
function send({ status, headers, body, damage }: OutgoingResponse, outgoing: ServerResponse): void {
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
