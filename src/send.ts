import { safeCause } from './cause.js';
import { abortedError, LddPayError } from './errors.js';
import type { Fetch } from './options.js';

/** A response whose body was read: what is left of it needs no socket and cannot fail. */
export class Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly #text: string;

  constructor({ status, ok, headers }: Response, text: string) {
    this.status = status;
    this.ok = ok;
    this.headers = headers;
    this.#text = text;
  }

  text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}

export interface Limits {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the body has to be read. */
  readonly timeout: number;
}

/**
 * Sends one request and reads the whole response.
 *
 * @throws LddPayError of kind `aborted`, `timeout` or `network`, with what is known of the outcome.
 */
export async function send(fetch: Fetch, url: string, init: RequestInit, limits: Limits): Promise<Answer> {
  const { signal, timeout } = limits;
  if (signal?.aborted) throw abortedError('not_sent', signal);
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new LddPayError(`No complete answer within ${timeout} ms.`, { kind: 'timeout', outcome: 'unknown' }),
    );
  }, timeout);
  const onAbort = () => signal && controller.abort(abortedError('unknown', signal));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    // Not left to fetch alone: a transport that ignores its signal must not hold the caller.
    return await Promise.race([rejection(controller.signal), exchange(fetch, url, init, controller.signal)]);
  } catch (cause) {
    throw controller.signal.aborted ? controller.signal.reason : networkError(cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function exchange(fetch: Fetch, url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  // A redirect would carry credentials and card data to wherever it points.
  const response = await fetch(url, { ...init, signal, redirect: 'manual' });
  return new Answer(response, await response.text());
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Codes that a connection fails with before a single byte of the request is sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ConnectionRefused']);

function networkError(cause: unknown): LddPayError {
  const neverConnected = NEVER_CONNECTED.has(codeOf(cause) ?? '');
  return new LddPayError(
    neverConnected ? 'The API could not be reached.' : 'The connection to the API broke.',
    {
      kind: 'network',
      outcome: neverConnected ? 'not_sent' : 'unknown',
      cause: safeCause(cause),
    },
  );
}

/** The code of the innermost cause that has one: fetch wraps the error of the socket. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
}
