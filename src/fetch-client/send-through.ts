import { type Operation, operations } from '../../generated/operations.js';
import type { Core, ResponseReader } from '../call/call.js';
import { configError, type ErrorDetails } from '../errors.js';
import type { CallOptions } from '../options.js';
import { readData } from '../request/response.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import { findOperation } from './find-operation.js';

/** What openapi-fetch composes: a Request, or only what a Request would be created from. */
export type ComposedRequest = Request | PlainRequest;

interface PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
}

/** A success: the response as it was received, its data, and what the client knows about the call. */
export interface Success {
  readonly response: BufferedResponse;
  readonly data: unknown;
  readonly details: Pick<ErrorDetails, 'idempotencyKey' | 'requestId' | 'attempts'>;
}

/**
 * Sends a request of openapi-fetch as a call of the client.
 *
 * @param options The limits of the call, its signal, and the key for a request without one.
 * @returns The success. Rejects with an LddPayError otherwise.
 */
export async function sendThrough(
  { baseUrl, call }: Core,
  request: ComposedRequest,
  { attemptTimeout, deadline, maxRetries, signal, idempotencyKey }: Omit<CallOptions, 'headers'>,
): Promise<Success> {
  const { url, method } = request;
  const [location = '', search] = url.split('?', 2);
  const found = url.startsWith(`${baseUrl}/`)
    ? findOperation(method, location.slice(baseUrl.length))
    : undefined;
  if (!found) throw configError('A middleware must not send the request to a URL without an operation.');
  const { operationId, path } = found;
  const operation: Operation = operations[operationId];
  const { key, headers } = readHeaders(operation, request.headers);
  const query = search ? Object.fromEntries(new URLSearchParams(search)) : undefined;
  const body = parse(request instanceof Request ? await readBody(request) : request.body);
  if (body !== undefined && operation.body === 'none') {
    throw configError('`body` is not supported by this operation. Remove it.');
  }
  const options: CallOptions = {
    headers,
    attemptTimeout,
    deadline,
    maxRetries,
    idempotencyKey: operation.idempotencyHeader ? (key ?? idempotencyKey) : undefined,
    // That of a Request is lost where a middleware replaces the Request, and garbage is collected.
    signal: signal ?? (request instanceof Request ? request.signal : undefined),
  };
  const { data, ...details } = await call(operationId, { path, query, body }, options, url, readBoth);
  const { idempotencyKey: usedKey, requestId, attempts } = details;
  return {
    ...(data as ReturnType<typeof readBoth>),
    details: { idempotencyKey: usedKey, requestId, attempts },
  };
}

const readBoth = (...[operation, response, secrets, platform]: Parameters<ResponseReader>) => ({
  response,
  data: readData(operation, response, secrets, platform),
});

function readHeaders(
  { idempotencyHeader = '' }: Operation,
  given: Headers,
): { readonly key: string | undefined; readonly headers: Record<string, string> } {
  const { [idempotencyHeader.toLowerCase()]: key, ...headers } = Object.fromEntries(given);
  return { key, headers };
}

async function readBody(request: Request): Promise<string> {
  if (!request.bodyUsed) return request.text();
  throw configError('A middleware read the body of the request. Read the body of a clone instead.');
}

function parse(body: string | undefined): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // Without the cause, which quotes the body.
    throw configError('`body` must be JSON.');
  }
}
