/**
 * Why a call failed, to switch on:
 * - `config`: an option or an argument is wrong
 * - `auth`: no token could be had, or the API did not accept it
 * - `api`: the API answered with an error status
 * - `timeout`: no answer in time
 * - `aborted`: the caller's signal ended the call
 * - `network`: the connection failed
 * - `decode`: a success that cannot be read
 */
export type ErrorKind = 'config' | 'auth' | 'api' | 'timeout' | 'aborted' | 'network' | 'decode';

/**
 * What became of the operation:
 * - `not_sent`: its request never reached the API
 * - `rejected`: the API refused it, nothing happened
 * - `unknown`: it may have happened
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** One request of a call, and what came of it. */
export interface AttemptRecord {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** The first code that the API named, or what the connection failed with. */
  readonly errorCode?: string | undefined;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How long was waited before it, in milliseconds. */
  readonly delayMs?: number | undefined;
}

export interface ErrorDetails {
  readonly kind: ErrorKind;
  readonly outcome: Outcome;
  readonly safeToRetry?: boolean | undefined;
  readonly operationId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly attempts?: readonly AttemptRecord[] | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errorType?: string | undefined;
  readonly errorCodes?: readonly string[] | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

type Inspect = (value: unknown, options: object) => string;

// Symbol.for is shared by all copies of the package in a process, which instanceof is not.
const BRAND = Symbol.for('lddpay.LddPayError');

/** The one error that this package throws or rejects with. */
export class LddPayError extends Error {
  override readonly name = 'LddPayError';
  readonly kind: ErrorKind;
  readonly outcome: Outcome;
  /** Whether the same call with the same `idempotencyKey` cannot do the thing twice. */
  readonly safeToRetry: boolean;
  /** The operation that was called. */
  readonly operationId: string | undefined;
  /** The key that the request was sent with, for writes that take one. */
  readonly idempotencyKey: string | undefined;
  /** The requests that were made, in order. */
  readonly attempts: readonly AttemptRecord[];
  /** The HTTP status, when the API answered. */
  readonly status: number | undefined;
  /** Identifies the request at the provider; quote it when you ask for support. */
  readonly requestId: string | undefined;
  /** The kind of error that the API named. */
  readonly errorType: string | undefined;
  /** The error codes that the API named; empty when it named none. */
  readonly errorCodes: readonly string[];
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly #body: unknown;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = details.kind;
    this.outcome = details.outcome;
    this.safeToRetry = details.safeToRetry ?? details.outcome !== 'unknown';
    this.operationId = details.operationId;
    this.idempotencyKey = details.idempotencyKey;
    this.attempts = details.attempts ?? [];
    this.status = details.status;
    this.requestId = details.requestId;
    this.errorType = details.errorType;
    this.errorCodes = details.errorCodes ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.#body = details.body;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** The body of the error response. Read it by name: it is in no printed form of the error. */
  get body(): unknown {
    return this.#body;
  }

  /** What Node prints, which asked to show everything would read the getter. */
  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, inspect: Inspect): string {
    return inspect(this, { ...options, customInspect: false, getters: false, showHidden: false });
  }
}

/** Whether a value is an error of this package, whichever copy of the package made it. */
export function isLddPayError(value: unknown): value is LddPayError {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/** An error of use: wrong before anything was sent. */
export function configError(message: string): LddPayError {
  return new LddPayError(message, { kind: 'config', outcome: 'not_sent' });
}

/** The error of a call that its caller's signal ended. */
export function abortedError(outcome: Outcome, cause: unknown): LddPayError {
  return new LddPayError('The call was aborted.', { kind: 'aborted', outcome, cause });
}

/** The same error with other details. */
export function withDetails(error: LddPayError, details: Partial<ErrorDetails>): LddPayError {
  return new LddPayError(error.message, { ...error, body: error.body, cause: error.cause, ...details });
}
