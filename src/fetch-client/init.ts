import { configError } from '../errors.js';
import { requireOneOf } from '../lib/checks.js';
import type { CallOptions } from '../options.js';

/** The init of a call of openapi-fetch, checked and copied. */
export interface Init extends Omit<CallOptions, 'idempotencyKey' | 'headers'> {
  readonly parseAs: (typeof PARSE_AS)[number];
  readonly middleware: readonly unknown[];
  readonly headers: unknown;
  readonly params: { readonly path?: Readonly<Record<string, string>>; readonly header?: unknown };
  readonly bodySerializer: (body: unknown, headers: unknown) => string;
  readonly pathSerializer?: unknown;
}

const PARSE_AS = ['json', 'text', 'blob', 'arrayBuffer', 'stream'] as const;

/** Options that have no effect for one call, and what to do instead. */
const UNSUPPORTED = [
  ['baseUrl', 'Set it in `createClient`.'],
  ['fetch', 'Set it in `createClient`.'],
  ['Request', 'Remove it.'],
  ['idempotencyKey', "Set `params.header['Cko-Idempotency-Key']`."],
] as const;

/**
 * Checks the init of a call, as far as the client does not check it like the options of its methods.
 *
 * @throws LddPayError of kind `config` that names the option.
 */
export function readInit(given: object | null | undefined): Init {
  const init = (given ?? {}) as Partial<Init> & Readonly<Record<string, unknown>>;
  for (const [name, remedy] of UNSUPPORTED) {
    if (init[name] !== undefined) throw configError(`\`${name}\` has no effect for one call. ${remedy}`);
  }
  const { parseAs = 'json', middleware = [], params = {}, bodySerializer = serializeJson } = init;
  if (!Array.isArray(middleware)) throw configError('`middleware` must be an array.');
  if (typeof bodySerializer !== 'function') throw configError('`bodySerializer` must be a function.');
  return {
    ...init,
    parseAs: requireOneOf('parseAs', parseAs, PARSE_AS),
    middleware,
    headers: toHeaders(init.headers),
    params: { ...params, header: toHeaders(params?.header) },
    bodySerializer: (body, headers) => requireText(bodySerializer(body, headers)),
  };
}

/** openapi-fetch reads plain objects and its own Headers, and would lose what pairs and other Headers hold. */
function toHeaders(headers: unknown): unknown {
  const isIterable = typeof headers === 'object' && headers !== null && Symbol.iterator in headers;
  return isIterable ? new Headers(headers as HeadersInit) : headers;
}

/** Serializes a body as JSON does. What JSON reduces to `{}` would capture everything. */
function serializeJson(body: unknown): unknown {
  const isJson = typeof body === 'object' && body !== null && (isPlain(body) || 'toJSON' in body);
  if (isJson || body === null) return JSON.stringify(body);
  throw configError('`body` must be a plain object. It is sent as JSON.');
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function requireText(body: unknown): string {
  if (typeof body === 'string' && body !== '') return body;
  throw configError('`bodySerializer` must return JSON as a non-empty string.');
}
