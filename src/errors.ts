import { defineProperty } from './lib/define-property.js';

/**
 * Why a call failed:
 * - `config`: an option or an argument is wrong, or the platform lacks a part of `crypto`
 * - `auth`: the client could not obtain an access token, or the API refused it
 * - `api`: the API responded with an error status
 * - `timeout`: no complete response in time
 * - `aborted`: the caller's signal ended the call
 * - `network`: the connection failed, or the store of a journal did
 * - `decode`: a success response could not be read, or pages could not be followed to their end
 */
export type ErrorKind = 'config' | 'auth' | 'api' | 'timeout' | 'aborted' | 'network' | 'decode';

/**
 * What became of the operation:
 * - `not_sent`: its request never reached the API
 * - `rejected`: the API rejected it, nothing happened
 * - `unknown`: it may have happened
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** One request of a call and its result. */
export interface AttemptRecord {
  /** The HTTP status; undefined when there was no complete response. */
  readonly status?: number | undefined;
  /** Identifies the request at the provider; undefined when the response named none. */
  readonly requestId?: string | undefined;
  /** The first error code of the response, or the code of the failed connection; without one `timeout`, `aborted` or `network`. */
  readonly errorCode?: string | undefined;
  /** How long the attempt took, in ms. */
  readonly ms: number;
  /** How long the client waited before the attempt, in ms; undefined for the first one. */
  readonly delayMs?: number | undefined;
}

/** What an {@link LddPayError} is made from. Each field becomes the field of the same name. */
export interface ErrorDetails {
  readonly kind: ErrorKind;
  readonly outcome: Outcome;
  /** Whether repeating the call cannot take effect twice. @default true unless the outcome is `unknown` */
  readonly safeToRetry?: boolean | (() => boolean) | undefined;
  /** @default false */
  readonly transient?: boolean | undefined;
  /** In ms since the Unix epoch. */
  readonly keyExpiresAt?: number | undefined;
  readonly operationId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** @default [] */
  readonly attempts?: readonly AttemptRecord[] | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errorType?: string | undefined;
  /** @default [] */
  readonly errorCodes?: readonly string[] | undefined;
  /** In ms. */
  readonly retryAfterMs?: number | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

/** What a log needs of an error: every field apart from `body` and `cause`. Those that are undefined are not in its JSON. */
export type LddPayErrorFields = Omit<LddPayError, 'body' | 'cause' | 'stack' | 'toJSON'>;

type Inspect = (value: unknown, options: object) => string;

// All copies of the package in a process share Symbol.for, but not the class that instanceof needs.
const BRAND = Symbol.for('lddpay.LddPayError');

// No private fields: to the compiler, a class that has some is another one in each copy of the package.
const bodies = new WeakMap<LddPayError, unknown>();

/** The errors that are being printed, one as the cause of another. */
const printing = new Set<LddPayError>();

/**
 * What this package throws and rejects with, apart from what `undiciTransport()` rejects with when it is called without
 * the client, and from what openapi-fetch throws for a middleware that has no handler, or returns something else than it
 * may. Exceptions of your own functions pass through unchanged: of a predicate `until`, and of middleware of
 * `lddpay/openapi-fetch`. The message of an error of a call names the operation and, when the API sent one, the request id.
 *
 * @example
 * try {
 *   await lddpay.capturePayment(payment.id, { amount: 400 });
 * } catch (error) {
 *   if (!isLddPayError(error)) throw error;
 *   if (error.outcome === 'unknown') console.log(await lddpay.reconcile(error));
 * }
 */
export class LddPayError extends Error {
  declare readonly name: 'LddPayError';
  /** Why the call failed. */
  readonly kind: ErrorKind;
  /** What became of the operation. */
  readonly outcome: Outcome;
  /**
   * Whether repeating the call with the same `idempotencyKey` cannot take effect twice. It turns false when the key
   * expires, at `keyExpiresAt`.
   */
  declare readonly safeToRetry: boolean;
  /** Whether the same call can succeed later without a change. False for a refusal that stays. */
  readonly transient: boolean;
  /** The operation that was called. */
  readonly operationId: string | undefined;
  /** The key that the request was sent with; undefined where the operation takes no key. */
  readonly idempotencyKey: string | undefined;
  /**
   * Until when the API keeps the key, by its own clock, in ms since the Unix epoch: `keyLifetime` after this client
   * first sent it. If another process may have sent it before, count from then. So do if this client may have forgotten
   * it: after 10,000 other keys that succeeded, or 100,000 that are in use or unknown. Undefined when nothing was sent.
   */
  readonly keyExpiresAt: number | undefined;
  /** The requests that were made, in order. */
  readonly attempts: readonly AttemptRecord[];
  /** The HTTP status of the response; undefined without a response. */
  readonly status: number | undefined;
  /** Identifies the request at the provider. Quote it when you contact support. */
  readonly requestId: string | undefined;
  /** The error type of the response. */
  readonly errorType: string | undefined;
  /** The error codes of the response; empty when it has none. */
  readonly errorCodes: readonly string[];
  /** How long the API asked to wait before the next request, in ms. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    // Not assigned: it cannot be where a program has frozen the prototype of errors.
    defineProperty(this, 'name', {
      value: 'LddPayError',
      enumerable: true,
      writable: true,
      configurable: true,
    });
    this.kind = details.kind;
    this.outcome = details.outcome;
    this.transient = details.transient ?? false;
    this.operationId = details.operationId;
    this.idempotencyKey = details.idempotencyKey;
    this.keyExpiresAt = details.keyExpiresAt;
    this.attempts = details.attempts ?? [];
    this.status = details.status;
    this.requestId = details.requestId;
    this.errorType = details.errorType;
    this.errorCodes = details.errorCodes ?? [];
    this.retryAfterMs = details.retryAfterMs;
    bodies.set(this, details.body);
    const isSafe = details.safeToRetry ?? details.outcome !== 'unknown';
    // A property of the error itself, as loggers read no others, although its value depends on when it is read.
    defineProperty(this, 'safeToRetry', {
      get: () => (typeof isSafe === 'function' ? isSafe() : isSafe),
      enumerable: true,
    });
    defineProperty(this, BRAND, { value: true });
  }

  /**
   * The body of the error response: the parsed JSON, or the string where it is not JSON. Read it by name: no
   * printed form of the error contains it, because it can echo what was sent. A clone or proxy of the error has none,
   * but Node.js gives it to the copy of an error that a worker thread leaves uncaught: catch it there.
   */
  get body(): unknown {
    return bodies.get(this);
  }

  /** Returns what a log needs: every field apart from `body` and `cause`. */
  toJSON(): LddPayErrorFields {
    return { ...fieldsOf(this), message: this.message };
  }

  /**
   * Defines what Node prints: with the value of `safeToRetry`, and never with the body, which `showHidden` would show.
   * The cause is printed as it is elsewhere: it can hide what it has, and its getters are not read.
   */
  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, inspect: Inspect): unknown {
    // Node then prints the error as if it had no such method.
    if (printing.has(this)) return this;
    printing.add(this);
    try {
      // The first in the text is that of this error: those of its cause follow. Colours stand before the getter.
      return inspect(this, { ...options, showHidden: false }).replace(
        /(safeToRetry: \S*)\[Getter]/,
        `$1[Getter: ${this.safeToRetry}]`,
      );
    } finally {
      printing.delete(this);
    }
  }
}

/**
 * Whether a value is an error of this package. Works across duplicate copies of the package, where `instanceof`
 * does not.
 */
export function isLddPayError(value: unknown): value is LddPayError {
  try {
    return BRAND in (value as object);
  } catch {
    // Not an object, or a proxy that was revoked.
    return false;
  }
}

/** Creates the error of a wrong option or argument, found before anything was sent. */
export function configError(message: string): LddPayError {
  return new LddPayError(message, { kind: 'config', outcome: 'not_sent' });
}

/** Returns the message of an error that names its operation, and the request id where there is one. */
export function callMessage(operationId: string, message: string, requestId?: string): string {
  return `${operationId}: ${message}${requestId ? ` Request id: ${requestId}.` : ''}`;
}

/** Names the operation of an error that was found before its call; returns every other one as it is. */
export function nameOperation(error: unknown, operationId: string): unknown {
  if (!isLddPayError(error) || error.operationId) return error;
  return withDetails(error, { operationId }, callMessage(operationId, error.message));
}

/**
 * Returns what is enumerable. To spread the error would read its stack as well on V8, because of the getter, and the
 * `Error.prepareStackTrace` of a program can throw.
 */
function fieldsOf(error: LddPayError): LddPayError {
  return Object.fromEntries(Object.keys(error).map((name) => [name, error[name as 'name']])) as never;
}

/** Copies an error with other details. */
export function withDetails(
  error: LddPayError,
  details: Partial<ErrorDetails>,
  message = error.message,
): LddPayError {
  const { body, cause } = error;
  // It can end while the copy is in use.
  const safeToRetry = () => error.safeToRetry;
  return new LddPayError(message, { ...fieldsOf(error), safeToRetry, body, cause, ...details });
}
