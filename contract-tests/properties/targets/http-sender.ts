import { Agent, type IncomingMessage, request as startRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HttpRequest, Send } from '../requests/send-request.js';

/** Sends requests over sockets, without what `fetch` changes or refuses: methods, paths, headers. */
export interface HttpSender {
  readonly send: Send;
  close(): void;
}

/** @param baseUrl The base URL of the server. */
export function createHttpSender(baseUrl: string): HttpSender {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(baseUrl);
  const exchange = (outgoing: HttpRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method, path, headers, body } = outgoing;
      const request = startRequest({ agent, hostname, port, method, path, headers });
      request.on('response', resolve);
      request.on('error', (error) => {
        // The server has closed the connection because it was idle, and has read nothing of the request.
        if (request.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
          resolve(exchange(outgoing));
        else reject(error);
      });
      request.end(body);
    });
  return {
    async send(request) {
      const response = await exchange(request);
      const pairs = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      return { status: response.statusCode ?? 0, headers: new Headers(pairs), body: await text(response) };
    },
    close: () => agent.destroy(),
  };
}
