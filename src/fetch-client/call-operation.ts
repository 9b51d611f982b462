import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { Core } from '../call/core.js';
import { configError, isLddPayError, type LddPayError } from '../errors.js';
import { onAbort } from '../lib/cancellation.js';
import { callCore, type Success } from './call-core.js';
import type { Init } from './init.js';
import { middlewareError, withUncertainty } from './middleware-error.js';
import { readBody, readBuffered } from './read-body.js';
import {
  type FetchRequest,
  isRequest,
  type PlainRequest,
  readPlainRequest,
  readRequest,
} from './read-request.js';
import { ConsumedResponse, toResponse } from './responses.js';

/** Composes a request, runs middleware around `fetch`, and returns the response: `request` of openapi-fetch. */
export type OpenapiRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly response: Response }>;

export interface FetchResult {
  readonly data: unknown;
  readonly response: Response;
}

/**
 * Calls an operation: openapi-fetch composes the request, and the client sends it.
 *
 * @param hasMiddleware Whether middleware sees the request and the response. If not, a plain object and a
 *   Response without a stream take their place: the Request and Response of the platform take longer to create
 *   and to read than all the rest of the call.
 */
export async function callOperation(
  core: Core,
  openapi: OpenapiRequest,
  operationId: OperationId,
  init: Init,
  hasMiddleware: boolean,
): Promise<FetchResult> {
  const operation: Operation = operations[operationId];
  const isBuffered = !hasMiddleware && (init.parseAs === 'json' || init.parseAs === 'text');
  const keyFor = createKeys();
  const sent: (Success | LddPayError)[] = [];
  let isComposed = false;
  const ends = hasMiddleware ? link(init.signal) : undefined;

  const composition = {
    construct(target: typeof Request, [url, requestInit]: [string, RequestInit]) {
      const { method, headers, body } = requestInit;
      const request = hasMiddleware ? new target(url, requestInit) : { url, method, headers, body };
      isComposed = true;
      return request;
    },
  };
  const fetch = async (composed: Request | PlainRequest): Promise<Response> => {
    const isPlain = !hasMiddleware && init.pathSerializer === undefined;
    try {
      const request = isPlain
        ? readPlainRequest(composed as PlainRequest, operationId, init)
        : await readRequest(composed, core.baseUrl);
      requireBody(request, init.body);
      const key = hasMiddleware ? keyFor(request) : undefined;
      // That of the Request alone is lost where a middleware replaces the Request, and garbage is collected.
      const both = isRequest(composed) ? link(init.signal, composed.signal) : undefined;
      const success = await callCore(core, request, init.limits, both?.signal ?? init.signal, key).finally(
        both?.unlink,
      );
      sent.push(success);
      const { response } = success;
      return isBuffered ? new ConsumedResponse(response, composed.url) : toResponse(response, composed.url);
    } catch (error) {
      if (isLddPayError(error)) sent.push(error);
      throw error;
    }
  };

  try {
    const { params, body, headers, bodySerializer, querySerializer, pathSerializer } = init;
    const own = {
      params,
      body,
      headers,
      bodySerializer,
      querySerializer,
      pathSerializer,
      // A proxy is still the class that openapi-fetch compares the Request of a middleware with.
      Request: new Proxy(globalThis.Request ?? Object, composition),
      fetch,
      parseAs: 'stream',
    };
    const openapiInit = ends ? { ...init.given, ...own, signal: ends.signal } : own;
    const { response } = await openapi(operation.method, operation.path, openapiInit);
    const last = sent.at(-1);
    const success = last && !isLddPayError(last) ? last : undefined;
    if (!response.ok)
      throw isLddPayError(last) ? last : middlewareError(operationId, success, response.status);
    if (isBuffered && success) return { data: readBuffered(success, init.parseAs), response };
    return { data: await readBody(operationId, success, response, init.parseAs), response };
  } catch (error) {
    if (isLddPayError(error)) throw withUncertainty(error, operationId, sent);
    if (isComposed) throw error;
    throw configError('`params`, `body` or `headers` cannot be serialized.');
  } finally {
    ends?.unlink();
  }
}

/** Returns the same key for the same request, since a middleware can send its request more than once. */
function createKeys(): (request: FetchRequest) => string | undefined {
  const keys = new Map<string, string | undefined>();
  return ({ operationId, path, body }) => {
    const request = JSON.stringify([operationId, path, body]);
    // Where the platform has none, a call that needs one says so.
    const key = keys.get(request) ?? globalThis.crypto?.randomUUID?.();
    keys.set(request, key);
    return key;
  };
}

/** A request that lost its body on the way would be a whole capture, for instance. */
function requireBody({ operationId, body }: FetchRequest, given: unknown): void {
  const isLost = (body === undefined || body === null) && given !== undefined && given !== null;
  if (isLost && operations[operationId].body !== 'none') {
    throw configError('A middleware must not remove the body of the request.');
  }
}

/**
 * Returns a signal that aborts with any of the given ones until `unlink` is called. Not `AbortSignal.any`: it leaves
 * something behind on a signal that ends many calls, and so does a Request that has such a signal itself.
 */
function link(...signals: (AbortSignal | undefined)[]): { signal: AbortSignal; unlink: () => void } {
  const controller = new AbortController();
  const links = signals.map((signal) => signal && onAbort(signal, () => controller.abort(signal.reason)));
  return {
    signal: controller.signal,
    unlink() {
      for (const unlink of links) unlink?.();
    },
  };
}
