import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';

/** A request that every attempt sends the same, apart from its token. */
export interface PreparedRequest {
  readonly url: string;
  readonly body: string | null;
  /** With lowercase names. A plain object: creating a Headers takes longer than sending one. */
  readonly headers: Readonly<Record<string, string>>;
}

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
  return {
    url,
    body: JSON.stringify(body) ?? null,
    headers: { ...(body ? JSON_HEADERS : undefined), ...headers },
  };
}

/** Returns the URL of an operation with its parameters, apart from those that are null. */
export function buildUrl(baseUrl: string, operation: Operation, { path, query }: Input): string {
  let url = baseUrl + operation.path.replace(PARAMETERS, (_, name) => encodeURIComponent(path?.[name] ?? ''));
  let separator = '?';
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null) continue;
    url += `${separator}${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
    separator = '&';
  }
  return url;
}
