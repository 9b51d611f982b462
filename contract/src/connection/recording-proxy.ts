import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BufferedResponse } from '../conformance/violations.js';

/** The reason why there is no response. */
export interface ConnectionFailure {
  readonly failure:
    | 'refused'
    | 'blocked'
    | 'unreachable'
    | 'no TLS'
    | 'not HTTP'
    | 'timeout'
    | 'disconnected';
  /** The code of the connection's error, such as `ECONNREFUSED`. */
  readonly code: string | undefined;
}

/** A response with its body as it was received. */
export interface ReceivedResponse extends BufferedResponse {
  /** The body before it was decoded, without its content encoding. */
  readonly bytes: Uint8Array;
}

/** A server that passes requests on to another one and records what it returns. */
export interface RecordingProxy {
  readonly url: string;
  /** Returns the result of the last request, once; undefined when there was no request since. */
  takeResult(): ReceivedResponse | ConnectionFailure | undefined;
  close(): Promise<void>;
}

/** Headers that belong to a connection or an encoding, not to the message. */
const CONNECTION_HEADERS = [
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
];

/** Headers that Prism would take for its own report, or would follow with credentials and card data. */
const HEADERS_WITHHELD_FROM_PRISM = ['sl-violations', 'location'];

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+/;

/** The kinds of failures by the codes of errors: the first that matches. Any other is a lost connection. */
const FAILURES: readonly [code: RegExp, failure: ConnectionFailure['failure']][] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/, 'unreachable'],
  [/^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_)/, 'no TLS'],
  [/^HPE_/, 'not HTTP'],
];

/**
 * Starts a recording proxy on a free port of the loopback interface. It belongs behind Prism, which replaces
 * responses that it cannot read.
 *
 * @param target Returns the URL that a request goes to, for its path and query.
 * @param timeout The time for a response including its body, in milliseconds.
 */
export async function startRecordingProxy(
  target: (path: string) => string,
  timeout: number,
): Promise<RecordingProxy> {
  let last: ReceivedResponse | ConnectionFailure | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const result = await forward(incoming, target(incoming.url ?? '/'), timeout);
    last = result;
    try {
      if ('failure' in result) outgoing.destroy();
      else outgoing.writeHead(result.status, headersForPrism(result.headers)).end(result.body);
    } catch {
      // Not every status that can be received can be sent.
      outgoing.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeResult() {
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

async function forward(
  incoming: IncomingMessage,
  url: string,
  timeout: number,
): Promise<ReceivedResponse | ConnectionFailure> {
  const { method = 'GET', headers } = incoming;
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const response = await fetch(url, {
      method,
      headers: dropHeaders(new Headers(headers as Record<string, string>), CONNECTION_HEADERS),
      body: chunks.length === 0 ? null : Buffer.concat(chunks),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Decoded as clients do: without a byte order mark, and with a substitute for what is not UTF-8.
    const body = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, body, bytes };
  } catch (error) {
    return toFailure(error);
  }
}

/** Prism never responds when it cannot read the parameters of a media type, so they are cut off. */
function headersForPrism(headers: Headers): Record<string, string> {
  const kept = dropHeaders(headers, [...CONNECTION_HEADERS, ...HEADERS_WITHHELD_FROM_PRISM]);
  const type = kept['content-type'];
  return type === undefined ? kept : { ...kept, 'content-type': MEDIA_TYPE.exec(type)?.[0] ?? 'text/plain' };
}

function dropHeaders(headers: Headers, dropped: readonly string[]): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !dropped.includes(name)));
}

function toFailure(error: unknown): ConnectionFailure {
  const { name, cause } = error as {
    readonly name?: string;
    readonly cause?: { readonly code?: string; readonly message?: string };
  };
  const code = cause?.code;
  if (name === 'TimeoutError') return { failure: 'timeout', code };
  // https://fetch.spec.whatwg.org/#port-blocking: no connection is opened, and the error has no code.
  if (cause?.message === 'bad port') return { failure: 'blocked', code };
  const [, failure = 'disconnected'] = FAILURES.find(([codes]) => codes.test(code ?? '')) ?? [];
  return { failure, code };
}
