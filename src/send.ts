import { codeOf, safeCause } from './cause.js';
import { LddPayError, withDetails } from './errors.js';
import type { Fetch } from './options.js';
import { type Ending, type Scope, unlessEnded } from './scope.js';
import { type Content, transmit } from './transport.js';

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
  /** Ends the request with it. */
  readonly scope: Scope;
  /** Milliseconds until the body has to be read. */
  readonly timeout: number;
}

export type Send = (url: string, content: Content, limits: Limits) => Promise<Answer>;

/**
 * Sends single requests and reads the whole of each response, so that no socket is left behind.
 *
 * The function it returns rejects with an LddPayError of kind `aborted`, `timeout` or `network`, with
 * what is known of the outcome.
 */
export function createSend(fetch: () => Fetch): Send {
  return async (url, content, { scope, timeout }) => {
    if (scope.reason) throw withDetails(scope.reason, { outcome: 'not_sent' });
    const attempt = scope.within(timeout, () => timeoutError(timeout));
    try {
      // Not left to the transport alone: one that ignores its signal must not hold the caller.
      return await unlessEnded(exchange(fetch(), url, content, attempt), attempt);
    } catch (cause) {
      throw attempt.reason ? withDetails(attempt.reason, { outcome: 'unknown' }) : networkError(cause);
    } finally {
      attempt.close();
    }
  };
}

async function exchange(fetch: Fetch, url: string, content: Content, ending: Ending): Promise<Answer> {
  const response = await transmit(fetch, url, content, ending);
  return new Answer(response, await response.text());
}

function timeoutError(ms: number): LddPayError {
  return new LddPayError(`No complete answer within ${ms} ms.`, { kind: 'timeout', outcome: 'unknown' });
}

/** Codes that a connection fails with before a single byte of the request is sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]);

function networkError(error: unknown): LddPayError {
  const neverConnected = NEVER_CONNECTED.has(codeOf(error) ?? '');
  const message = neverConnected ? 'The API could not be reached.' : 'The connection to the API broke.';
  const outcome = neverConnected ? 'not_sent' : 'unknown';
  return new LddPayError(message, { kind: 'network', outcome, cause: safeCause(error) });
}
