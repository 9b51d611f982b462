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

export interface ErrorDetails {
  readonly kind: ErrorKind;
  readonly outcome: Outcome;
  readonly operationId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errorType?: string | undefined;
  readonly errorCodes?: readonly string[] | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

// Symbol.for is shared by all copies of the package in a process, which instanceof is not.
const BRAND = Symbol.for('lddpay.LddPayError');

/** The one error that this package throws or rejects with. */
export class LddPayError extends Error {
  override readonly name = 'LddPayError';
  readonly kind: ErrorKind;
  readonly outcome: Outcome;
  /** The operation that was called. */
  readonly operationId: string | undefined;
  /** The key that the request was sent with, for writes that take one. */
  readonly idempotencyKey: string | undefined;
  /** The HTTP status, when the API answered. */
  readonly status: number | undefined;
  /** Identifies the request at the provider; quote it when you ask for support. */
  readonly requestId: string | undefined;
  /** The kind of error that the API named. */
  readonly errorType: string | undefined;
  /** The error codes that the API named; empty when it named none. */
  readonly errorCodes: readonly string[];
  /** The body of the error response. Not enumerable: it stays out of logs. */
  declare readonly body: unknown;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = details.kind;
    this.outcome = details.outcome;
    this.operationId = details.operationId;
    this.idempotencyKey = details.idempotencyKey;
    this.status = details.status;
    this.requestId = details.requestId;
    this.errorType = details.errorType;
    this.errorCodes = details.errorCodes ?? [];
    Object.defineProperty(this, 'body', { value: details.body, enumerable: false });
    Object.defineProperty(this, BRAND, { value: true, enumerable: false });
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

/**
 * The error of a call, with what only the call knows about itself. Sending turns whatever goes wrong
 * into an LddPayError; anything else went wrong while the request was composed.
 */
export function callError(
  error: unknown,
  context: Pick<ErrorDetails, 'operationId' | 'idempotencyKey'>,
): LddPayError {
  if (isLddPayError(error)) {
    return new LddPayError(error.message, { ...error, body: error.body, cause: error.cause, ...context });
  }
  // Without the cause: its text can quote the body.
  const message = '`body` or `query` cannot be serialized: it is cyclic, or holds what JSON has no form for.';
  return new LddPayError(message, { kind: 'config', outcome: 'not_sent', ...context });
}

/** The error of a call that its caller's signal ended. */
export function abortedError(outcome: Outcome, signal: AbortSignal): LddPayError {
  return new LddPayError('The call was aborted.', { kind: 'aborted', outcome, cause: signal.reason });
}
