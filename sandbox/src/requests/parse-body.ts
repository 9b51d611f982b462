import type { OperationId } from '../../../generated/operations.js';
import { ApiError, invalidRequest } from '../lib/api-error.js';
import { isObject, MAX_DEPTH } from '../lib/checks.js';
import { operationTable } from '../lib/description.js';
import type { RequestHeaders } from '../lib/request-headers.js';
import { tokenError } from '../operations/client-credentials.js';
import { parseForm } from './parse-form.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;
const JSON_TYPE = /^application\/([^\s;]+\+)?json\s*(;|$)/i;

/** The escape of a surrogate, which is the only way to write half of a pair in UTF-8. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/i;

/** A request to an operation, as it arrived. */
export interface ReceivedRequest {
  readonly operationId: OperationId;
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  /** The body; an empty string when there is none. */
  readonly text: string;
  /** The value of `{id}` in the path. */
  readonly id: string;
  /** Aborted once its caller has gone; undefined where that is not known. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Parses the body of a request into its fields.
 * @throws ApiError when it is malformed or a form that has a field twice (400), not declared as JSON (415), or not an
 * object (422).
 */
export function parseBody({
  operationId,
  headers,
  text,
}: ReceivedRequest): Readonly<Record<string, unknown>> {
  const { body, tokenEndpoint } = operationTable[operationId];
  if (body === 'none' || (body === 'optional' && text === '')) return {};
  if (text === '') throw invalidRequest('request_body_required');
  const contentType = headers.get('Content-Type') ?? '';
  // The form that RFC 6749, section 4.4.2, defines, in addition to the documented JSON.
  if (tokenEndpoint && FORM_TYPE.test(contentType)) return parseTokenForm(text);
  const value = parseJson(text, contentType);
  if (!isObject(value)) throw invalidRequest('request_body_invalid');
  return value;
}

/** Parses a form whose fields, known or not, are there once: RFC 6749, section 3.2. */
function parseTokenForm(text: string): Readonly<Record<string, unknown>> {
  const fields = parseForm(text);
  if (Object.values(fields).some((value) => typeof value !== 'string'))
    throw tokenError('invalid_request', 'Each field of a form must be given once, in UTF-8.');
  return fields;
}

function parseJson(text: string, contentType: string): unknown {
  if (!JSON_TYPE.test(contentType)) throw new ApiError(415, ['content_type_invalid']);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed();
  }
  if (isDeeper(value, MAX_DEPTH)) throw malformed();
  if (SURROGATE_ESCAPE.test(text) && hasLoneSurrogate(value)) throw malformed();
  return value;
}

function malformed(): ApiError {
  return new ApiError(400, ['request_json_invalid']);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** Whether a name or a string has half of a surrogate pair: RFC 7493, section 2.1. */
function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Cs}/u.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).flat().some(hasLoneSurrogate);
}
