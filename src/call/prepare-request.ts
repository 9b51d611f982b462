import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';

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

/**
 * Prepares a request.
 *
 * @param body Undefined for none.
 * @param headers The caller's with lowercase names, which take precedence.
 */
export function prepareRequest(
  url: string,
  body: unknown,
  headers: PreparedRequest['headers'] | undefined,
): PreparedRequest {
  const contentHeaders = body === undefined ? NO_HEADERS : JSON_HEADERS;
  return {
    url,
    body: body === undefined ? null : JSON.stringify(body),
    headers: headers ? { ...contentHeaders, ...headers } : contentHeaders,
  };
}

/** Returns the URL of an operation with its parameters. */
export function buildUrl(baseUrl: string, operation: Operation, { path, query }: Input): string {
  const url =
    baseUrl + operation.path.replace(PARAMETERS, (_, name) => encodeURIComponent(path?.[name] ?? ''));
  const search = Object.entries(query ?? {})
    .filter(([, value]) => (value ?? null) !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return search ? `${url}?${search}` : url;
}
