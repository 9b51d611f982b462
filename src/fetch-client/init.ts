import { IDEMPOTENCY_HEADER } from '../../generated/operations.js';
import { configError } from '../errors.js';
import {
  mustBe,
  requireNames,
  requireOneOf,
  requireOptionalFunction,
  requireOptionalObject,
  requireSignal,
  requireUnpolluted,
} from '../lib/checks.js';
import { copyJson } from '../lib/copy-json.js';
import { readHeaders } from '../lib/headers.js';
import type { CallOptions } from '../options.js';

/** The init of a call of openapi-fetch, checked. */
export interface Init {
  readonly params: {
    readonly path?: Readonly<Record<string, string>> | undefined;
    readonly query?: unknown;
    readonly header?: unknown;
    readonly cookie?: unknown;
  };
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

const KEY_HEADER = IDEMPOTENCY_HEADER.toLowerCase();

const PARSE_AS = ['json', 'text', 'blob', 'arrayBuffer', 'stream'] as const;

/** Options that have an effect for one call. */
const NAMES = [
  'params',
  'body',
  'headers',
  'parseAs',
  'bodySerializer',
  'querySerializer',
  'pathSerializer',
  'middleware',
  'attemptTimeout',
  'deadline',
  'maxRetries',
  'signal',
] as const;

/** Options that have no effect for one call, and what to do instead. */
const UNSUPPORTED = [
  ['baseUrl', 'Set it in `createClient`.'],
  ['fetch', 'Set it in `createClient`.'],
  ['Request', 'Remove it.'],
  ['idempotencyKey', `Set \`params.header['${IDEMPOTENCY_HEADER}']\`.`],
  ['extraFields', 'Set them in `body` or `params.query`.'],
] as const;

/**
 * Checks the init of a call, as far as the client does not check it like the options of its methods.
 *
 * @throws LddPayError of kind `config` that names the option.
 */
export function readInit(given: object | null | undefined): Init {
  const init = requireOptionalObject('init', given) as Partial<Init & CallOptions> &
    Readonly<Record<string, unknown>>;
  requireUnpolluted(NAMES);
  for (const [name, remedy] of UNSUPPORTED) {
    if (init[name] !== undefined) throw configError(`\`${name}\` has no effect for one call. ${remedy}`);
  }
  const { parseAs = 'json', middleware = [], bodySerializer = serializeJson } = init;
  const { querySerializer, pathSerializer } = init;
  const { attemptTimeout, deadline, maxRetries } = init;
  if (!Array.isArray(middleware)) throw mustBe('middleware', 'an array');
  if (typeof bodySerializer !== 'function') throw mustBe('bodySerializer', 'a function');
  // openapi-fetch ignores a falsy serializer.
  requireOptionalFunction('pathSerializer', pathSerializer);
  if (querySerializer !== undefined && Object(querySerializer) !== querySerializer)
    throw mustBe('querySerializer', 'a function or an object');
  const signal = init.signal ?? undefined;
  if (signal !== undefined) requireSignal('signal', signal);
  const params = requireOptionalObject('params', init.params);
  // A key in `headers` would have no effect.
  requireNames(params, ['path', 'query', 'header', 'cookie'], 'params.', 'member');
  const { path, query, header, cookie } = params;
  for (const [name, value] of Object.entries({ path, query, cookie }))
    requireOptionalObject(`params.${name}`, value as object);
  // Literals: V8 takes some 4 µs to override properties of a spread.
  return {
    // A copy, so that a getter that throws does so here, and later changes have no effect.
    params: { path: path && { ...path }, query, header: toHeaders(header), cookie },
    body: init.body,
    headers: toHeaders(init.headers),
    parseAs: requireOneOf('parseAs', parseAs, PARSE_AS),
    bodySerializer: (body, headers) => requireText(bodySerializer(body, headers), body),
    querySerializer,
    pathSerializer,
    middleware,
    limits: { attemptTimeout, deadline, maxRetries },
    signal,
    given: init,
  };
}

/**
 * Reads headers as the methods do, before openapi-fetch changes them: it loses what pairs and other Headers hold,
 * and a Headers removes white space. openapi-fetch removes a header that is null, and converts numbers: a call with
 * such a key would get a random one, or that of other calls.
 */
function toHeaders(headers: unknown): unknown {
  if (headers === undefined || headers === null) return undefined;
  if (typeof headers !== 'object' || Symbol.iterator in headers)
    return new Headers(readHeaders('headers', headers));
  const all = Object.entries(headers);
  for (const [name, value] of all)
    if (!['undefined', 'string'].includes(typeof value) && name.toLowerCase() === KEY_HEADER)
      throw mustBe(name, 'a string');
  const strings = all.filter(([, value]) => typeof value === 'string');
  return {
    ...Object.fromEntries(all.filter(([, value]) => typeof value !== 'string')),
    ...readHeaders('headers', Object.fromEntries(strings)),
  };
}

function serializeJson(body: unknown): string {
  return JSON.stringify(copyJson('body', body));
}

function requireText(text: unknown, body: unknown): string {
  const isEmpty = text === '' || (text === 'null' && body !== null);
  if (typeof text === 'string' && !isEmpty) return text;
  throw configError('`bodySerializer` must return the body as JSON.');
}
