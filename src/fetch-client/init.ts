import { configError } from '../errors.js';
import { requireOneOf } from '../lib/checks.js';
import type { CallOptions } from '../options.js';

/** The init of a call of openapi-fetch, checked. */
export interface Init {
  readonly params: { readonly path?: Readonly<Record<string, string>>; readonly header?: unknown };
  readonly body: unknown;
  readonly headers: unknown;
  readonly parseAs: (typeof PARSE_AS)[number];
  readonly bodySerializer: (body: unknown, headers: unknown) => string;
  readonly querySerializer: unknown;
  readonly pathSerializer: unknown;
  readonly middleware: readonly unknown[];
  readonly limits: Pick<CallOptions, 'attemptTimeout' | 'deadline' | 'maxRetries'>;
  readonly signal: CallOptions['signal'] | null;
  /** All that the caller gave, for middleware. */
  readonly given: object;
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
  const init = (given ?? {}) as Partial<Init & CallOptions> & Readonly<Record<string, unknown>>;
  for (const [name, remedy] of UNSUPPORTED) {
    if (init[name] !== undefined) throw configError(`\`${name}\` has no effect for one call. ${remedy}`);
  }
  const { parseAs = 'json', middleware = [], params, bodySerializer = serializeJson } = init;
  const { attemptTimeout, deadline, maxRetries } = init;
  if (!Array.isArray(middleware)) throw configError('`middleware` must be an array.');
  if (typeof bodySerializer !== 'function') throw configError('`bodySerializer` must be a function.');
  const header = toHeaders(params?.header);
  // One literal: V8 takes some 4 µs to override properties of a spread.
  return {
    params: header === params?.header ? (params ?? {}) : { ...params, header },
    body: init.body,
    headers: toHeaders(init.headers),
    parseAs: requireOneOf('parseAs', parseAs, PARSE_AS),
    bodySerializer: (body, headers) => requireText(bodySerializer(body, headers)),
    querySerializer: init.querySerializer,
    pathSerializer: init.pathSerializer,
    middleware,
    limits: { attemptTimeout, deadline, maxRetries },
    signal: init.signal,
    given: init,
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
