import { type Operation, operations } from '../../generated/operations.js';
import type { Core, ResponseReader } from '../call/call.js';
import { snapshot } from '../call/input.js';
import { configError } from '../errors.js';
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
  readonly body?: unknown;
}

/**
 * Sends a request of openapi-fetch as a call of the client.
 *
 * @param options The init of the call, of which only the options of the client have an effect.
 * @returns The response of a success. Rejects with an LddPayError otherwise.
 */
export async function sendThrough(
  { baseUrl, call }: Core,
  request: ComposedRequest,
  { attemptTimeout, deadline, maxRetries, signal }: CallOptions,
  toResponse: (response: BufferedResponse) => Response,
): Promise<Response> {
  const { url, method } = request;
  const [location = '', search] = url.split('?', 2);
  const found = url.startsWith(`${baseUrl}/`)
    ? findOperation(method, location.slice(baseUrl.length))
    : undefined;
  if (!found) {
    throw configError(`${method} ${pathOf(url)}: the description has no such operation below \`baseUrl\`.`);
  }
  const { operationId, path } = found;
  const { idempotencyKey, headers } = readHeaders(operations[operationId], request.headers);
  const query = search ? Object.fromEntries(new URLSearchParams(search)) : undefined;
  const body = parse(request instanceof Request ? await readBody(request) : request.body);
  const { data } = await call(
    operationId,
    snapshot({ path, query, body }),
    {
      idempotencyKey,
      headers,
      attemptTimeout,
      deadline,
      maxRetries,
      signal: request instanceof Request ? request.signal : (signal ?? undefined),
    },
    url,
    readBuffered,
  );
  return toResponse(data as BufferedResponse);
}

/** Checks the response like any other, and keeps its body as it was received. */
const readBuffered: ResponseReader = (operation, response, secrets, platform) => {
  readData(operation, response, secrets, platform);
  return response;
};

function readHeaders(
  { idempotencyHeader = '' }: Operation,
  given: Headers,
): Pick<CallOptions, 'idempotencyKey' | 'headers'> {
  const { [idempotencyHeader.toLowerCase()]: idempotencyKey, ...headers } = Object.fromEntries(given);
  return { idempotencyKey, headers };
}

async function readBody(request: Request): Promise<string> {
  if (!request.bodyUsed) return request.text();
  throw configError('A middleware read the body of the request. Read the body of a clone instead.');
}

/** Without a query, which can hold personal data. */
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

/** A body that is not JSON stays as it is; the check of the body refuses it. */
function parse(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
