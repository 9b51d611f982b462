import { codeOf, safeCause } from './cause.js';
import { LddPayError, type Outcome, withDetails } from './errors.js';
import type { Fetch } from './options.js';
import type { Platform } from './platform.js';
import { openScope, unlessAborted } from './scope.js';

/** A response whose body was read: what is left of it needs no socket and cannot fail. */
export class Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The body as it came. */
  readonly raw: string;

  constructor({ status, ok, headers }: Response, text: string) {
    this.status = status;
    this.ok = ok;
    this.headers = headers;
    this.raw = text;
  }

  text(): Promise<string> {
    return Promise.resolve(this.raw);
  }

  /** The body as JSON; undefined when it is none. */
  json(): unknown {
    try {
      return JSON.parse(this.raw);
    } catch {
      return undefined;
    }
  }
}

interface Limits {
  /** Ends the request; its reason is an LddPayError. */
  readonly signal: AbortSignal;
  /** Milliseconds until the body has to be read. */
  readonly timeout: number;
}

export type Send = (url: string, init: RequestInit, limits: Limits) => Promise<Answer>;

/**
 * Sends single requests and reads the whole of each response, so that no socket is left behind.
 *
 * The function it returns rejects with an LddPayError of kind `aborted`, `timeout` or `network`, with
 * what is known of the outcome.
 */
export function createSend(fetch: Fetch, platform: Platform): Send {
  return async (url, init, { signal, timeout }) => {
    if (signal.aborted) throw ended(signal, 'not_sent');
    const expired = () => timeoutError(timeout);
    const scope = openScope(platform, signal, timeout, expired, () => signal.reason);
    try {
      // Not left to fetch alone: a transport that ignores its signal must not hold the caller.
      return await unlessAborted(exchange(fetch, url, { ...init, signal: scope.signal }), scope.signal);
    } catch (cause) {
      throw scope.signal.aborted ? ended(scope.signal, 'unknown') : networkError(cause);
    } finally {
      scope.close();
    }
  };
}

async function exchange(fetch: Fetch, url: string, init: RequestInit): Promise<Answer> {
  // A redirect would carry credentials and card data to wherever it points.
  const response = await fetch(url, { ...init, redirect: 'manual' });
  return new Answer(response, await response.text());
}

function ended(signal: AbortSignal, outcome: Outcome): LddPayError {
  return withDetails(signal.reason, { outcome });
}

function timeoutError(ms: number): LddPayError {
  return new LddPayError(`No complete answer within ${ms} ms.`, { kind: 'timeout', outcome: 'unknown' });
}

/** Codes that a connection fails with before a single byte of the request is sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ConnectionRefused']);

function networkError(error: unknown): LddPayError {
  const neverConnected = NEVER_CONNECTED.has(codeOf(error) ?? '');
  const message = neverConnected ? 'The API could not be reached.' : 'The connection to the API broke.';
  const outcome = neverConnected ? 'not_sent' : 'unknown';
  return new LddPayError(message, { kind: 'network', outcome, cause: safeCause(error) });
}
