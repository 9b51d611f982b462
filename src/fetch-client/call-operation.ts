import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { Core } from '../call/call.js';
import { configError, type ErrorDetails, isLddPayError, LddPayError } from '../errors.js';
import { callCore, type Success } from './call-core.js';
import type { Init } from './init.js';
import { type PlainRequest, readPlainRequest, readRequest } from './read-request.js';
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
  // One for the call, since a middleware can send its request more than once.
  const idempotencyKey = operation.idempotencyHeader ? crypto.randomUUID() : undefined;
  const isRead = !hasMiddleware && (init.parseAs === 'json' || init.parseAs === 'text');
  let isComposed = false;
  let success: Success | undefined;
  let failure: unknown;

  const composition = {
    construct(target: typeof Request, [url, requestInit]: [string, RequestInit]) {
      const { method, headers, body } = requestInit;
      const request = hasMiddleware ? new target(url, requestInit) : { url, method, headers, body };
      isComposed = true;
      return request;
    },
  };
  const fetch = async (composed: Request | PlainRequest): Promise<Response> => {
    try {
      const request =
        composed instanceof Request || init.pathSerializer !== undefined
          ? await readRequest(composed, core.baseUrl)
          : readPlainRequest(composed, operationId, init);
      // The signal of a Request is lost where a middleware replaces it, and garbage is collected.
      const signal = init.signal ?? (composed instanceof Request ? composed.signal : undefined);
      success = await callCore(core, request, init.limits, signal, idempotencyKey);
    } catch (error) {
      failure = error;
      throw error;
    }
    const { response } = success;
    return isRead ? new ConsumedResponse(response, composed.url) : toResponse(response, composed.url);
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
      Request: new Proxy(Request, composition),
      fetch,
      parseAs: 'stream',
    };
    const openapiInit = hasMiddleware ? { ...init.given, ...own } : own;
    const { response } = await openapi(operation.method, operation.path, openapiInit);
    if (!response.ok) throw failure ?? middlewareError(operationId, success, response.status);
    if (isRead && success) return { data: readBuffered(success, init.parseAs), response };
    return { data: await readBody(operationId, success, response, init.parseAs), response };
  } catch (error) {
    if (isLddPayError(error) || isComposed) throw error;
    throw configError('`params`, `body` or `headers` cannot be serialized.');
  }
}

function readBuffered({ response, data }: Success, parseAs: Init['parseAs']): unknown {
  return parseAs === 'text' && data !== undefined ? response.text : data;
}

async function readBody(
  operationId: OperationId,
  success: Success | undefined,
  response: Response,
  parseAs: Init['parseAs'],
): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (parseAs === 'stream') return response.body;
  try {
    if (parseAs !== 'json') return await response[parseAs]();
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Without the cause, which quotes the body.
    throw middlewareError(operationId, success, response.status, 'decode');
  }
}

/** The error of a response that a middleware returned or read. The request may have taken effect before. */
function middlewareError(
  operationId: OperationId,
  success: Success | undefined,
  status: number,
  kind: 'api' | 'decode' = 'api',
): LddPayError {
  const details: ErrorDetails = {
    ...success?.details,
    kind,
    outcome: success ? 'unknown' : 'not_sent',
    safeToRetry: true,
    operationId,
    status,
  };
  const problem =
    kind === 'api' ? `returned status ${status}` : 'read the body. Read the body of a clone instead';
  return new LddPayError(`${operationId}: A middleware ${problem}.`, details);
}
