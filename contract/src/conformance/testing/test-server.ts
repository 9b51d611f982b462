import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { BufferedResponse } from '../violations.js';

/** A request that a test server received. */
export interface ReceivedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Headers;
  /** Empty without a body. */
  readonly body: string;
}

export interface TestResponse extends Omit<BufferedResponse, 'body'> {
  readonly body: string | Uint8Array;
}

/** Returns the response to a request; undefined closes the connection. */
export type RequestHandler = (
  request: ReceivedRequest,
) => TestResponse | undefined | Promise<TestResponse | undefined>;

export interface TestServer {
  readonly url: string;
  /** The requests so far, in order. */
  readonly requests: readonly ReceivedRequest[];
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface that records its requests. */
export async function startTestServer(handle: RequestHandler): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (message, outgoing) => {
    const request = await read(message);
    requests.push(request);
    const response = await handle(request);
    if (!response) outgoing.destroy();
    else outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(response.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Returns a URL that refuses connections. */
export async function findUnreachableUrl(): Promise<string> {
  const { url, close } = await startTestServer(() => undefined);
  await close();
  return url;
}

/** Builds a JSON response. A string is sent as it is, any other value is serialized. */
export function jsonResponse(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): BufferedResponse {
  return {
    status,
    headers: new Headers({ 'Content-Type': 'application/json', ...headers }),
    body: typeof value === 'string' ? value : JSON.stringify(value),
  };
}

async function read(message: IncomingMessage): Promise<ReceivedRequest> {
  const { method = '', url: path = '' } = message;
  const headers = new Headers(message.headers as Record<string, string>);
  return { method, path, headers, body: await text(message) };
}
