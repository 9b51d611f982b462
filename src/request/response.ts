import { type Operation, REQUEST_ID_HEADER } from '../../generated/operations.js';
import { LddPayError, type Outcome } from '../errors.js';
import type { Platform } from '../lib/platform.js';
import type { Answer } from '../transport/buffered-response.js';
import { retryAfter } from './backoff.js';

const NO_CONTENT = 204;
/** The token was not accepted. */
export const UNAUTHORIZED = 401;
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;

/** What the API names things by: short words, without as many digits as a card number has. */
const WORD = /^(?!.*\d{12})[\w.:-]{1,100}$/;

/** What most requests are known by. It is random, and so it may hold the three digits of a CVV by chance. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What an answer says about itself beyond its status. */
export interface Diagnosis {
  readonly requestId: string | undefined;
  readonly errorType: string | undefined;
  readonly errorCodes: readonly string[];
}

/**
 * Reads the request id and the error codes of an answer.
 *
 * @param secrets What was sent and must not be printed: a word that contains any of it is left out, and a
 *   UUID that is any of it.
 */
export function diagnose(answer: Answer, secrets: readonly string[]): Diagnosis {
  const requestId = wordOf(answer.headers.get(REQUEST_ID_HEADER), secrets);
  if (answer.ok) return { requestId, errorType: undefined, errorCodes: [] };
  const fields = Object(answer.json()) as Record<string, unknown>;
  const codes: unknown[] = Array.isArray(fields['error_codes']) ? fields['error_codes'] : [];
  return {
    requestId: requestId ?? wordOf(fields['request_id'], secrets),
    errorType: wordOf(fields['error_type'], secrets),
    errorCodes: codes.flatMap((value) => wordOf(value, secrets) ?? []),
  };
}

function wordOf(value: unknown, secrets: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const printable = UUID.test(value)
    ? !secrets.includes(value)
    : WORD.test(value) && !secrets.some((secret) => value.includes(secret));
  return printable ? value : undefined;
}

/** Whether the API says that the first request under this key is still being processed. */
export function isInFlight(answer: Answer): boolean {
  if (answer.status === CONFLICT) return true;
  return answer.status === TOO_MANY_REQUESTS && diagnose(answer, []).errorCodes.includes('duplicate_request');
}

/** What an error status says about the operation. */
export function outcomeOf(operation: Operation, answer: Answer): Outcome {
  const refused = answer.status >= 400 && answer.status < 500 && !isInFlight(answer);
  return refused || operation.safe ? 'rejected' : 'unknown';
}

/**
 * Reads the answer that a call ends with.
 *
 * @param secrets What was sent and must not be printed.
 * @throws LddPayError of kind `api` or `auth` for an error status, and of kind `decode` for a success that
 *   cannot be read, or is empty where that is not documented.
 */
export function readResponse(
  operation: Operation,
  answer: Answer,
  secrets: readonly string[],
  platform: Platform,
): unknown {
  if (!answer.ok) throw responseError(operation, answer, secrets, platform.date());
  const { status, raw } = answer;
  if (status === NO_CONTENT && operation.canBeEmpty) return undefined;
  const data = answer.json();
  if (typeof data === 'object' && data !== null) return data;
  // Without the body, which can hold what must not be logged.
  throw new LddPayError(`The API answered ${status} with ${raw === '' ? 'no' : 'an unreadable'} body.`, {
    kind: 'decode',
    outcome: 'unknown',
    status,
    requestId: diagnose(answer, secrets).requestId,
  });
}

function responseError(
  operation: Operation,
  answer: Answer,
  secrets: readonly string[],
  date: number,
): LddPayError {
  const { status } = answer;
  const diagnosis = diagnose(answer, secrets);
  const body = answer.json();
  const reason = diagnosis.errorCodes.join(', ') || diagnosis.errorType;
  return new LddPayError(`The API answered ${status}${reason ? `: ${reason}` : '.'}`, {
    ...diagnosis,
    kind: status === UNAUTHORIZED ? 'auth' : 'api',
    outcome: outcomeOf(operation, answer),
    status,
    retryAfterMs: retryAfter(answer.headers, date),
    body: body === undefined ? answer.raw || undefined : body,
  });
}
