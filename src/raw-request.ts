import { IDEMPOTENCY_HEADER, type Operation } from '../generated/operations.js';
import { requireCore } from './call/core.js';
import { readArguments } from './call/input.js';
import { SECRETS_ANYWHERE } from './call/secrets.js';
import type { Client } from './client.js';
import { configError } from './errors.js';
import { matches, requireOneOf } from './lib/checks.js';
import type { CallOptions } from './options.js';
import type { UndocumentedOperation } from './request/undocumented.js';
import { ApiPromise, type ApiResponse } from './results/api-promise.js';

/** The options of a request that the description does not have: those of a call apart from `extraFields`. */
export interface RawRequestOptions extends Omit<CallOptions, 'extraFields'> {
  /** Booleans, numbers and strings. Those that are null or undefined are left out. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. GET has none. */
  readonly body?: object | undefined;
}

/** In messages, errors and events, in place of the operation that the request does not have. */
const OPERATION_ID = 'rawRequest';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * Sends a request that the description does not have, to a path below `baseUrl`, with a token, retries, time
 * limits, events and errors like those of every method. All methods apart from GET carry an idempotency key, and
 * are repeated with it. Nothing is signed, and amounts are not checked.
 *
 * @example
 * const data = await rawRequest(lddpay, 'POST', `/payments/${id}/reviews`, { body: { priority: 'high' } });
 * @param lddpay The client that sends it.
 * @param method In capital letters. GET is a read, and all others are writes.
 * @param path Begins with one `/` and is percent-encoded. It has no query: give that in the options.
 * @returns A promise of the data, which nothing describes; undefined for a success without a body. It rejects with an
 *   LddPayError, of kind `config` when an argument is wrong, and otherwise as that of every method does.
 */
export function rawRequest(
  lddpay: Client,
  method: (typeof METHODS)[number],
  path: string,
  options?: RawRequestOptions,
): ApiPromise<unknown> {
  return ApiPromise.from(send(lddpay, method, path, options));
}

async function send(
  lddpay: Client,
  method: (typeof METHODS)[number],
  path: string,
  options: RawRequestOptions | undefined,
): Promise<ApiResponse<unknown>> {
  const core = requireCore(lddpay, 'rawRequest');
  const operation = describe(method, path);
  const args = readArguments(operation, options ?? {}, options, ['query', 'body']);
  let { problem } = args;
  try {
    requireOneOf('method', method, METHODS);
    requirePath(core.baseUrl, path);
  } catch (error) {
    problem = error;
  }
  return core.call(OPERATION_ID, operation, { ...args, problem });
}

/** Describes a request as an operation. */
function describe(method: Operation['method'], path: string): UndocumentedOperation {
  const isRead = method === 'GET';
  return {
    method,
    path,
    tokenEndpoint: false,
    secured: true,
    safe: isRead,
    idempotencyHeader: isRead ? undefined : IDEMPOTENCY_HEADER,
    pathParameters: {},
    query: 'optional',
    body: isRead ? 'none' : 'optional',
    canBeEmpty: true,
    isUndocumented: true,
    amounts: {},
    secrets: SECRETS_ANYWHERE,
    signature: undefined,
    takesReference: false,
    actions: [],
    pagination: undefined,
  };
}

/** A URL parser resolves `..`, also when it is encoded, and turns a backslash into `/`: then the URL changes. */
function requirePath(baseUrl: string, path: unknown): void {
  if (matches(path, /^\/(?!\/)[^?#]*$/) && new URL(baseUrl + path).href === baseUrl + path) return;
  throw configError('`path` must begin with one `/`, be encoded, and have no `..`, query or fragment.');
}
