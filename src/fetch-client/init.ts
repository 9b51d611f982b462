import { configError, type LddPayError } from '../errors.js';
import { isSignal, requireOneOf } from '../lib/checks.js';
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
  readonly signal: AbortSignal | undefined;
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
  const signal = init.signal ?? undefined;
  if (signal !== undefined && !isSignal(signal)) throw configError('`signal` must be an AbortSignal.');
  const header = toHeaders(params?.header);
  // One literal: V8 takes some 4 µs to override properties of a spread.
  return {
    params: header === params?.header ? (params ?? {}) : { ...params, header },
    body: init.body,
    headers: toHeaders(init.headers),
    parseAs: requireOneOf('parseAs', parseAs, PARSE_AS),
    bodySerializer: (body, headers) => requireText(bodySerializer(body, headers), body),
    querySerializer: init.querySerializer,
    pathSerializer: init.pathSerializer,
    middleware,
    limits: { attemptTimeout, deadline, maxRetries },
    signal,
    given: init,
  };
}

/** openapi-fetch reads plain objects and its own Headers, and would lose what pairs and other Headers hold. */
function toHeaders(headers: unknown): unknown {
  const isIterable = typeof headers === 'object' && headers !== null && Symbol.iterator in headers;
  return isIterable ? new Headers(headers as HeadersInit) : headers;
}

/** Serializes a body as JSON does. What JSON would leave out is refused: without its amount, a capture is whole. */
function serializeJson(body: unknown): string {
  if (!isPlain(body) && typeof Object(body).toJSON !== 'function') throw notJson('body');
  if (ArrayBuffer.isView(body)) throw notJson('body');
  return JSON.stringify(body, function (this: Record<string, unknown>, name: string, value: unknown) {
    const isLost = value === undefined && this[name] !== undefined;
    const isNumber = typeof value === 'number' && !Number.isFinite(value);
    const isObject = typeof value === 'object' && !Array.isArray(value) && !isPlain(value);
    if (isLost || isNumber || isObject || typeof value === 'function' || typeof value === 'symbol') {
      throw notJson(name || 'body');
    }
    return value;
  });
}

function notJson(name: string): LddPayError {
  return configError(`\`${name}\` must be a plain object or another value that JSON can represent.`);
}

/** Whether a value is null or an object without a class, of any realm. */
function isPlain(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');
}

function requireText(text: unknown, body: unknown): string {
  const isEmpty = text === '' || (text === 'null' && body !== null);
  if (typeof text === 'string' && !isEmpty) return text;
  throw configError('`bodySerializer` must return the body as JSON.');
}
