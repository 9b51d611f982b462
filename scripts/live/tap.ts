import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from '../conformance/violations.js';

/** Why there was no answer; the code is that of the connection's error. */
export interface Failure {
  readonly failure: 'unreachable' | 'late' | 'broken';
  readonly code: string | undefined;
}

/** A server that passes requests on to another and keeps what comes back as it came. */
export interface Tap {
  readonly url: string;
  /** What came of the last request since this was asked; undefined when there was none. */
  take(): Answer | Failure | undefined;
  close(): Promise<void>;
}

/** Headers that belong to a connection or an encoding, not to what is sent over it. */
const OF_THE_CONNECTION = [
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
];

/** What Prism would take for its own report, and what it would follow with credentials and card data. */
const NOT_FOR_PRISM = ['sl-violations', 'location'];

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+/;

/** Codes of connections that were never made. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Starts a tap on a free port of the loopback interface.
 *
 * It stands behind Prism, which answers itself where it cannot read what it gets.
 *
 * @param target Where a request goes, by its path and query.
 * @param timeout How long an answer may take until its body is read, in milliseconds.
 */
export async function startTap(target: (path: string) => string, timeout: number): Promise<Tap> {
  let last: Answer | Failure | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const result = await forward(incoming, target(incoming.url ?? '/'), timeout);
    last = result;
    try {
      if ('failure' in result) outgoing.destroy();
      else outgoing.writeHead(result.status, forPrism(result.headers)).end(result.text);
    } catch {
      // Not every status that can be received can be sent.
      outgoing.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = last;
      last = undefined;
      return taken;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function forward(incoming: IncomingMessage, url: string, timeout: number): Promise<Answer | Failure> {
  const { method = 'GET', headers } = incoming;
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const response = await fetch(url, {
      method,
      headers: headersFor(new Headers(headers as Record<string, string>)),
      body: chunks.length === 0 ? null : Buffer.concat(chunks),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return failureOf(error);
  }
}

/** Prism never answers where it cannot read the parameters of a media type. */
function forPrism(headers: Headers): Record<string, string> {
  const kept = headersFor(headers, NOT_FOR_PRISM);
  const type = kept['content-type'];
  return type === undefined ? kept : { ...kept, 'content-type': MEDIA_TYPE.exec(type)?.[0] ?? 'text/plain' };
}

function headersFor(headers: Headers, further: readonly string[] = []): Record<string, string> {
  const dropped = new Set([...OF_THE_CONNECTION, ...further]);
  return Object.fromEntries([...headers].filter(([name]) => !dropped.has(name)));
}

function failureOf(error: unknown): Failure {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  const code = cause?.code;
  if (name === 'TimeoutError') return { failure: 'late', code };
  return { failure: UNREACHABLE.has(code ?? '') ? 'unreachable' : 'broken', code };
}
