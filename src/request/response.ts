import { type Operation, REQUEST_ID_HEADER } from '../../generated/operations.js';
import { LddPayError, type Outcome } from '../errors.js';
import type { Platform } from '../lib/platform.js';
import { redact } from '../lib/redact.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import { retryAfter } from './backoff.js';

const NO_CONTENT = 204;
/** The API refused the access token. */
export const UNAUTHORIZED = 401;
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;

/**
 * Client errors that say nothing about the operation: a server or gateway stopped waiting. 444, 460 and 499 are
 * those of nginx and of load balancers.
 */
const GAVE_UP = new Set([408, 444, 460, 499]);

/** The form of the API's codes and ids. */
const WORD = /^[\w.:-]{1,100}$/;

/** The form of most request ids. A UUID is random, so it may hold the three digits of a CVV by chance. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a response says about itself apart from its status. */
export interface ResponseDetails {
  readonly requestId: string | undefined;
  readonly errorType: string | undefined;
  readonly errorCodes: readonly string[];
}

/**
 * Reads the request id and the error codes of a response.
 *
 * @param secrets Values that were sent and must not be printed. A word that contains one, or a card number, is
 *   left out, and so is a UUID that equals one.
 */
export function readDetails(response: BufferedResponse, secrets: readonly string[]): ResponseDetails {
  const requestId = readWord(response.headers.get(REQUEST_ID_HEADER), secrets);
  if (response.ok) return { requestId, errorType: undefined, errorCodes: [] };
  const fields = Object(response.json()) as Record<string, unknown>;
  const codes: unknown[] = Array.isArray(fields['error_codes']) ? fields['error_codes'] : [];
  return {
    requestId: requestId ?? readWord(fields['request_id'], secrets),
    errorType: readWord(fields['error_type'], secrets),
    errorCodes: codes.flatMap((value) => readWord(value, secrets) ?? []),
  };
}

/** Returns a value that may be printed: one that looks like a code or an id, and holds no secret. */
export function readWord(value: unknown, secrets: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const isPrintable = UUID.test(value)
    ? !secrets.includes(value)
    : WORD.test(value) && redact(value, secrets) === value;
  return isPrintable ? value : undefined;
}

/** Whether the API says that it still processes the first request with this key. */
export function isInFlight(response: BufferedResponse): boolean {
  const { status } = response;
  if (status === CONFLICT) return true;
  return status === TOO_MANY_REQUESTS && readDetails(response, []).errorCodes.includes('duplicate_request');
}

/**
 * Whether the API says that the key was used with another body: the request that used it may have taken effect.
 * No code for that is documented, so every one about the key counts.
 */
function isKeyReused(response: BufferedResponse): boolean {
  const { errorCodes, errorType } = readDetails(response, []);
  return /idempoten/i.test(`${errorType} ${errorCodes}`);
}

/** Returns what an error status says about the operation. */
export function outcomeOf(operation: Operation, response: BufferedResponse): Outcome {
  if (operation.safe) return 'rejected';
  const { status } = response;
  const isRefusal = status >= 400 && status < 500 && !GAVE_UP.has(status);
  return isRefusal && !isInFlight(response) && !isKeyReused(response) ? 'rejected' : 'unknown';
}

/**
 * Returns the data of the response that a call ends with.
 *
 * @param secrets Values that were sent and must not be printed.
 * @throws LddPayError of kind `api` or `auth` for an error status, and of kind `decode` for a success that
 *   cannot be parsed, or that is empty although the description does not allow it.
 */
export function readData(
  operation: Operation,
  response: BufferedResponse,
  secrets: readonly string[],
  platform: Platform,
): unknown {
  if (!response.ok) throw responseError(operation, response, secrets, platform.date());
  const { status, text, problem } = response;
  if (status === NO_CONTENT && operation.canBeEmpty) return undefined;
  const data = response.json();
  if (typeof data === 'object' && data !== null) return data;
  // Without the body, which can hold what must not be logged.
  throw new LddPayError(
    `The API responded with ${status} and ${problem ?? (text === '' ? 'no body' : 'an unreadable body')}.`,
    {
      kind: 'decode',
      outcome: 'unknown',
      status,
      requestId: readDetails(response, secrets).requestId,
    },
  );
}

function responseError(
  operation: Operation,
  response: BufferedResponse,
  secrets: readonly string[],
  date: number,
): LddPayError {
  const { status } = response;
  const details = readDetails(response, secrets);
  const body = response.json();
  const reason = details.errorCodes.join(', ') || details.errorType;
  return new LddPayError(`The API responded with ${status}${reason ? `: ${reason}` : ''}.`, {
    ...details,
    kind: status === UNAUTHORIZED ? 'auth' : 'api',
    outcome: outcomeOf(operation, response),
    status,
    retryAfterMs: retryAfter(response.headers, date),
    body: body === undefined ? response.text || undefined : body,
  });
}
