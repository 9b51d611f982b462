import { createQuerySerializer } from 'openapi-fetch';
import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import type { CallOptions } from '../options.js';

/** A request that every attempt sends the same, apart from its token. */
export interface PreparedRequest {
  readonly url: string;
  readonly body: string | null;
  /** With lowercase names. A plain object: creating a Headers takes longer than sending one. */
  readonly headers: Readonly<Record<string, string>>;
}

const NO_HEADERS = {};
const JSON_HEADERS = { 'content-type': 'application/json' };
const PARAMETERS = /\{(\w+)\}/g;
const serializeQuery = createQuerySerializer();

/**
 * Prepares a request.
 *
 * @param body Undefined for none.
 * @param headers The caller's, which take precedence.
 * @throws TypeError for a body that JSON cannot represent.
 */
export function prepareRequest(url: string, body: unknown, headers: CallOptions['headers']): PreparedRequest {
  const contentHeaders = body === undefined ? NO_HEADERS : JSON_HEADERS;
  return {
    url,
    body: body === undefined ? null : JSON.stringify(body),
    headers: headers ? { ...contentHeaders, ...lowercaseNames(headers) } : contentHeaders,
  };
}

/** Returns the URL of an operation with its parameters. */
export function buildUrl(baseUrl: string, operation: Operation, { path, query }: Input): string {
  const url =
    baseUrl + operation.path.replace(PARAMETERS, (_, name) => encodeURIComponent(path?.[name] ?? ''));
  const search = query ? serializeQuery(query) : '';
  return search ? `${url}?${search}` : url;
}

function lowercaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
