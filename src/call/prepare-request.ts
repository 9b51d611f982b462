import { createQuerySerializer } from 'openapi-fetch';
import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import { memoize } from '../lib/memoize.js';
import type { CallOptions } from '../options.js';

/** A request before it is sent: it can be sent again, and its body is the text that it was. */
export interface Draft {
  readonly url: string;
  readonly body: string | null;
  /** By names in lower case. A plain object: a Headers takes longer to make than to send. */
  readonly headers: Readonly<Record<string, string>>;
}

const NONE = {};
const JSON_CONTENT = { 'content-type': 'application/json' };
const PARAMETER = /\{(\w+)\}/;
const serializeQuery = createQuerySerializer();

/**
 * Composes a request.
 *
 * @param body Undefined for none.
 * @param headers The caller's, which prevail.
 * @throws TypeError for a body that JSON has no form for.
 */
export function draftOf(url: string, body: unknown, headers: CallOptions['headers']): Draft {
  const content = body === undefined ? NONE : JSON_CONTENT;
  return {
    url,
    body: body === undefined ? null : JSON.stringify(body),
    headers: headers ? { ...content, ...lowerCased(headers) } : content,
  };
}

/**
 * Where an operation is, with its parameters filled in. Of openapi-fetch only a part is used: its client makes
 * a Request, Headers and options anew for every call, and cannot be bundled without what goes unused.
 */
export function urlOf(baseUrl: string, operation: Operation, { path, query }: Input): string {
  let url = baseUrl;
  partsOf(operation.path).forEach((part, index) => {
    url += index % 2 === 0 ? part : encodeURIComponent(path?.[part] ?? '');
  });
  const search = query ? serializeQuery(query) : '';
  return search ? `${url}?${search}` : url;
}

/** Texts and the names of the parameters between them, by turns. */
const partsOf = memoize((path): readonly string[] => path.split(PARAMETER));

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
