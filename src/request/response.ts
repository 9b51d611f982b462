import { REQUEST_ID_HEADER } from '../../generated/operations.js';
import { LddPayError } from '../errors.js';
import { containsCardNumber } from '../lib/card-number.js';
import { readHeader } from '../lib/headers.js';
import { containsGrouped, redact } from '../lib/redact.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import { retryAfter } from './backoff.js';
import type { CallContext } from './context.js';
import { isUndocumented } from './undocumented.js';

/** The API refused the access token. */
export const UNAUTHORIZED = 401;

/**
 * Client errors that say that the operation did not happen. The others are 409, when the first request with the key
 * is in flight, and those of a server or gateway that stopped waiting: 444, 460 and 499 are those of nginx and of
 * load balancers.
 */
const REJECTED_STATUS = /^4(?!0[89]|44|60|99)\d\d$/;

/**
 * Codes of an earlier request with the key, which may have taken effect: it is in flight, or it had another body. No
 * code for the latter is documented, so every one about the key counts.
 */
const KEY_CODE = /duplicate_request|idempoten/i;

/** Statuses of a passing condition: no token was accepted, a request is in flight, too many came, or a server failed. */
const TRANSIENT_STATUS = /^(401|40[89]|425|429|444|460|499|5\d\d)$/;

/** The form of the API's codes and ids. */
const CODE = /^[\w.:-]{1,100}$/;

/** How many codes of an error are read: to search a million of them for secrets takes a second. */
const MAX_CODES = 100;

/** The form of most request ids. A UUID is random, so it may hold the three digits of a CVV by chance. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a response says about itself apart from its status. */
export interface ResponseDetails {
  readonly requestId: string | undefined;
  readonly errorType: string | undefined;
  readonly errorCodes: readonly string[];
}

/** Whether a value may be printed: it looks like a code or an id, and contains no secret. */
export function isPrintable(value: unknown, secrets: readonly string[]): value is string {
  if (typeof value !== 'string') return false;
  const lower = value.toLowerCase();
  if (UUID.test(value)) return !secrets.some((secret) => secret.toLowerCase().includes(lower));
  return CODE.test(value) && redact(value, secrets) === value && !containsGrouped(value, secrets);
}

/**
 * Reads the request id and the error codes of a response.
 *
 * @param secrets Values that were sent and must not be printed. A code that contains one, or a card number, is
 *   left out, and so are type and codes that are a card number together, and a UUID that one contains.
 */
export function readDetails(response: BufferedResponse, secrets: readonly string[]): ResponseDetails {
  const isShown = (value: unknown): value is string => isPrintable(value, secrets);
  const { request_id, error_type, error_codes } = Object(response.ok ? {} : response.json());
  const codes = Array.isArray(error_codes) ? error_codes.slice(0, MAX_CODES).filter(isShown) : [];
  const types = [error_type].filter(isShown);
  // Digits that are harmless in one of them can be a card number in all of them.
  const isHarmless = !`${[types, codes]}`.split(/[a-z]/i).some(containsCardNumber);
  const isKept = (code: string) => isHarmless || !/\d/.test(code);
  return {
    requestId: [readHeader(response.headers, REQUEST_ID_HEADER), request_id].find(isShown),
    errorType: types.find(isKept),
    errorCodes: codes.filter(isKept),
  };
}

/** Whether the body of a response names an error, as the API does. An empty list or string names none. */
function namesError({ error_type, error_codes }: Record<string, unknown>): boolean {
  return [error_type, error_codes].flat().some(Boolean);
}

/**
 * Returns the data of a success response.
 *
 * @throws LddPayError of kind `decode` when it cannot be parsed, or when it is empty although the description does
 *   not allow it.
 */
export function readData(response: BufferedResponse, context: CallContext): unknown {
  const { status, text, problem, isTooLong } = response;
  const { operation } = context;
  // An accepted reversal without a body is not one that had nothing to reverse, which is a 204.
  const isEmpty = status === 204 || (isUndocumented(operation) && !text && !problem);
  if (isEmpty && operation.canBeEmpty) return undefined;
  const data = response.json();
  const isError = namesError(Object(data));
  // A list can be one, but no write responds with a list.
  const isObject = Object(data) === data && (operation.safe || !Array.isArray(data));
  // Nothing describes the data of other operations: what is null, or has such a field, can be all of it.
  if (data !== undefined && (isUndocumented(operation) || (isObject && !isError))) return data;
  const found = isError ? 'the body of an error' : (problem ?? 'no JSON body');
  // Without the body, which can hold what must not be logged.
  throw new LddPayError(`The API responded with ${status} and ${found}.`, {
    ...readDetails(response, context.secrets),
    kind: 'decode',
    outcome: 'unknown',
    transient: !isTooLong,
    status,
  });
}

/**
 * Whether the body of an error may be about the idempotency key: the first request with it may have taken effect. A code
 * that is an object cannot be read.
 */
export function isAboutKey(body: unknown): boolean {
  const { error_type, error_codes } = Object(body);
  return [error_type, error_codes].flat().some((code) => Object(code) === code || KEY_CODE.test(code));
}

/**
 * Whether a response whose text is empty has no body. The fetch of Node.js decodes one that was cut within its first
 * bytes to an empty text, and it may have held a code.
 */
function isWithoutBody(headers: Headers): boolean {
  return !readHeader(headers, 'content-encoding') || readHeader(headers, 'content-length') === '0';
}

/** Creates the error of a response with an error status. */
export function responseError(
  response: BufferedResponse,
  { operation, platform, secrets }: CallContext,
): LddPayError {
  const { status, text, headers, problem } = response;
  const details = readDetails(response, secrets);
  const body = response.json();
  const hasError = namesError(Object(body)) || (operation.tokenEndpoint && Object(body).error);
  // A body that is none of the API's errors is the page of a gateway, which can have failed after the API acted.
  const isEmpty = !problem && (text ? /^\s*\{\s*\}\s*$/.test(text) : isWithoutBody(headers));
  const isRejected = REJECTED_STATUS.test(`${status}`) && (hasError || isEmpty) && !isAboutKey(body);
  // Where it names no error, only its id shows that a response is one of the API.
  const isOfApi = hasError || (isEmpty && details.requestId);
  const isTokenRefused = operation.tokenEndpoint && status === UNAUTHORIZED;
  const reason = details.errorCodes.join(', ') || details.errorType;
  return new LddPayError(`The API responded with ${status}${reason ? `: ${reason}` : ''}.`, {
    ...details,
    kind: status === UNAUTHORIZED ? 'auth' : 'api',
    outcome: operation.safe || isRejected ? 'rejected' : 'unknown',
    transient: status < 400 || !isOfApi || (TRANSIENT_STATUS.test(`${status}`) && !isTokenRefused),
    status,
    retryAfterMs: retryAfter(headers, platform.date()),
    body: body === undefined ? text || undefined : body,
  });
}
