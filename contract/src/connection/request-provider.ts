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
    | 'too long'
    | 'disconnected';
  /** The code of the connection's error, such as `ECONNREFUSED`. */
  readonly code: string | undefined;
}

/** A response with its body as it was received. */
export interface ReceivedResponse extends BufferedResponse {
  /** The body before it was decoded, without its content encoding. */
  readonly bytes: Uint8Array;
}

/** How long a body may be once it is decoded, in bytes: the default of the client's `maxResponseBytes`. */
const MAX_RESPONSE_BYTES = 2 ** 25;

/** The kinds of failures by the codes of errors: the first that matches. Any other is a lost connection. */
const FAILURES: readonly [code: RegExp, failure: ConnectionFailure['failure']][] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/, 'unreachable'],
  [/^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_)/, 'no TLS'],
  [/^HPE_/, 'not HTTP'],
];

/**
 * Sends a request to the provider. It follows no redirect, because that would pass the token on.
 *
 * @param timeout The time for a response including its body, in ms.
 */
export async function requestProvider(
  url: string,
  init: RequestInit,
  timeout: number,
): Promise<ReceivedResponse | ConnectionFailure> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    const bytes = await readBody(response);
    if (!bytes) return { failure: 'too long', code: undefined };
    // Decoded as clients do: without a byte order mark, and with a substitute for what is not UTF-8.
    const body = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, body, bytes };
  } catch (error) {
    return toFailure(error);
  }
}

/** Returns undefined for a body that is too long, whose connection it closes. */
async function readBody({ body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_RESPONSE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
