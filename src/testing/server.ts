import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A response to send. */
export interface Reply {
  /** @default 200 */
  readonly status?: number;
  /** Sent in addition to the content type, which is JSON by default. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. Without it, the body is empty. */
  readonly body?: unknown;
}

/** Returns the reply to a request, or undefined when it writes to the response itself or never responds. */
export type Handler = (request: SeenRequest, response: ServerResponse) => Reply | undefined;

/** A server that records its requests. */
export interface TestServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

/** Starts a server on a free port, which closes after the test. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (message, response) => {
    const request = await readRequest(message);
    requests.push(request);
    const reply = handler(request, response);
    if (reply) sendReply(response, reply);
  });
  const url = await listen(server);
  onTestFinished(() => close(server));
  return { url, requests };
}

/** Returns a URL that refuses connections. */
export async function refusingUrl(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  return url;
}

/** Reads a whole request. */
export async function readRequest(message: IncomingMessage): Promise<SeenRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function sendReply(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const content = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(content);
}

/** Listens on a free port and returns the URL. */
export async function listen(server: NetServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Closes the server and all its connections. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
