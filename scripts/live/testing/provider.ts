import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Sandbox } from 'lddpay-sandbox';
import { operationAt } from '../../conformance/recorded-exchanges.js';
import type { Answer } from '../../conformance/violations.js';

/** A request as it came. */
export interface Incoming {
  readonly operationId: string | undefined;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly text: string;
}

/** Does something else than the sandbox would: gives another answer, or none, which breaks the connection. */
export type Alteration = (
  incoming: Incoming,
  answer: () => Promise<Answer>,
) => Answer | undefined | Promise<Answer | undefined>;

/** A server that plays the provider. */
export interface Provider {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** What was asked for since this was last emptied, in order. */
  readonly requests: Incoming[];
  /** Deviates in another way from now on. */
  alter(alteration: Alteration): void;
  close(): Promise<void>;
}

export const UNALTERED: Alteration = (_incoming, answer) => answer();

/** Starts a server that answers as the sandbox does, until it is altered. */
export async function startProvider(sandbox: Sandbox): Promise<Provider> {
  let alter = UNALTERED;
  const requests: Incoming[] = [];
  const server = createServer(async (message, response) => {
    const incoming = await read(message);
    requests.push(incoming);
    const answer = await alter(incoming, () => ask(sandbox, url, incoming));
    if (!answer) response.destroy();
    else response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sandbox,
    requests,
    alter(alteration) {
      alter = alteration;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(message: IncomingMessage): Promise<Incoming> {
  const { method = '', url: path = '' } = message;
  return {
    operationId: operationAt(method, path.replace(/\?.*/, ''))?.operationId,
    method,
    path,
    headers: new Headers(message.headers as Record<string, string>),
    text: await text(message),
  };
}

async function ask(
  sandbox: Sandbox,
  url: string,
  { method, path, headers, text }: Incoming,
): Promise<Answer> {
  const sent = new Headers([...headers].filter(([name]) => name !== 'content-length'));
  const body = text === '' ? null : text;
  const response = await sandbox.fetch(url + path, { method, headers: sent, body });
  return { status: response.status, headers: new Headers(response.headers), text: await response.text() };
}
