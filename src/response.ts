import { type Operation, REQUEST_ID_HEADER } from '../generated/operations.js';
import type { ApiResponse } from './api-promise.js';
import { LddPayError } from './errors.js';
import type { Answer } from './send.js';

const NO_CONTENT = 204;
const UNAUTHORIZED = 401;

/**
 * Reads an answer of the API.
 *
 * @param content The body: its text, or for an error its JSON where it is any.
 * @throws LddPayError of kind `api` or `auth` for an error status, `decode` for a success that cannot be read.
 */
export function readResponse(
  operation: Operation,
  { status, ok, headers }: Answer,
  content: unknown,
): Omit<ApiResponse<unknown>, 'idempotencyKey'> {
  const requestId = headers.get(REQUEST_ID_HEADER) ?? undefined;
  if (!ok) throw apiError(operation, status, requestId, content);
  const data = status === NO_CONTENT ? undefined : decode(content, status, requestId);
  return { data, status, headers, requestId };
}

function decode(content: unknown, status: number, requestId: string | undefined): unknown {
  try {
    return JSON.parse(String(content ?? ''));
  } catch {
    // The parser's message quotes the body, which can hold what must not be logged.
    throw new LddPayError(`The API answered ${status} with a body that is not JSON.`, {
      kind: 'decode',
      outcome: 'unknown',
      status,
      requestId,
    });
  }
}

function apiError(
  operation: Operation,
  status: number,
  headerId: string | undefined,
  body: unknown,
): LddPayError {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const requestId = headerId ?? text(fields['request_id']);
  const errorType = text(fields['error_type']);
  const errorCodes = Array.isArray(fields['error_codes']) ? fields['error_codes'].filter(isText) : [];
  const reason = errorCodes.length > 0 ? errorCodes.join(', ') : errorType;
  const refused = status >= 400 && status < 500;
  return new LddPayError(`The API answered ${status}${reason ? `: ${reason}` : '.'}`, {
    kind: status === UNAUTHORIZED ? 'auth' : 'api',
    outcome: refused || operation.safe ? 'rejected' : 'unknown',
    status,
    requestId,
    errorType,
    errorCodes,
    body,
  });
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
