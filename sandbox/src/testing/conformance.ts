import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { OperationId } from '../../../generated/operations.js';
import { operationTable } from '../lib/description.js';
import {
  compileNamedSchema,
  type DocumentedResponse,
  findDocumentedResponse,
  findOperation,
} from './documented-responses.js';

/** A recorded request with its response, as far as the description covers them. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body of the response; an empty string when there is none. */
  readonly text: string;
}

/** Errors that the description does not document, since they concern HTTP or the keys of any write. */
const UNDOCUMENTED_ERRORS = {
  'wrong Basic credentials': { status: 401, code: 'invalid_client' },
  'malformed JSON': { status: 400, code: 'request_json_invalid' },
  'incomplete body': { status: 400, code: 'request_body_incomplete' },
  'unknown path': { status: 404, code: 'path_unknown' },
  'wrong method': { status: 405, code: 'method_not_allowed' },
  'body too large': { status: 413, code: 'request_body_too_large' },
  'not JSON': { status: 415, code: 'content_type_invalid' },
  'in flight': { status: 429, code: 'duplicate_request' },
} as const;

/** An undocumented error that a test can allow. */
export type UndocumentedError = keyof typeof UNDOCUMENTED_ERRORS;

/** All undocumented errors, for tests that send random requests. */
export const ALL_UNDOCUMENTED_ERRORS = Object.keys(UNDOCUMENTED_ERRORS) as UndocumentedError[];

/** Headers that every response has, documented or not. */
const COMMON_HEADERS = ['Cko-Request-Id', 'Cko-Version'];

/** The path of the controls, which are not part of the payments API. */
const CONTROLS_PATH = '/_sandbox/';

const validateError = compileNamedSchema('ErrorResponse');
const validateTokenError = compileNamedSchema('TokenError');

/**
 * Finds the violations of the description in an exchange, a sentence each.
 * @param allowed The undocumented errors that are not violations.
 */
export function findViolations(exchange: Exchange, ...allowed: UndocumentedError[]): string[] {
  const { method, url, status, headers } = exchange;
  const { pathname } = new URL(url);
  if (pathname.startsWith(CONTROLS_PATH)) return [];
  const operationId = findOperation(method === 'HEAD' ? 'GET' : method, pathname);
  const expected =
    (operationId && findDocumentedResponse(operationId, status)) ??
    findAllowedError(operationId, exchange, allowed);
  const names = [...new Set([...COMMON_HEADERS, ...(expected?.headers ?? [])])];
  return [
    ...(expected ? findBodyViolations(exchange, expected.validateBody) : ['the status is not documented']),
    ...names.filter((name) => !headers.has(name)).map((name) => `the header ${name} is missing`),
  ].map((violation) => `${method} ${pathname} responded with ${status}: ${violation}`);
}

function findAllowedError(
  operationId: OperationId | undefined,
  { method, status, text }: Exchange,
  allowed: readonly UndocumentedError[],
): DocumentedResponse | undefined {
  const isAllowed = allowed
    .map((name) => UNDOCUMENTED_ERRORS[name])
    .some((error) => error.status === status && (method === 'HEAD' || text.includes(error.code)));
  if (!isAllowed) return undefined;
  const tokenEndpoint = operationId && operationTable[operationId].tokenEndpoint;
  return { headers: [], validateBody: tokenEndpoint ? validateTokenError : validateError };
}

function findBodyViolations(
  { method, headers, text }: Exchange,
  validate: ValidateFunction | undefined,
): string[] {
  const type = headers.get('Content-Type');
  if (!validate) return text === '' && type === null ? [] : [`a body (${type}) is not documented`];
  if (method === 'HEAD') return text === '' ? [] : ['a response to HEAD has a body'];
  if (text === '') return ['the documented body is missing'];
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type ?? '')) return [`the Content-Type is ${type}`];
  const value = parseJson(text);
  if (value === undefined) return ['the body is not JSON'];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'the body'} ${message}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
