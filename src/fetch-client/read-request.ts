import type { OperationId } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { mustBe } from '../lib/checks.js';
import { findOperation } from './find-operation.js';
import type { Init } from './init.js';

/** A request of openapi-fetch as the client calls it. */
export interface FetchRequest {
  readonly operationId: OperationId;
  readonly url: string;
  readonly path: Readonly<Record<string, string>> | undefined;
  readonly body: unknown;
  readonly headers: Headers | undefined;
}

/** What a Request would be created from. */
export interface PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
}

/** Whether it is one of the platform. Not everywhere is a global Request, and only middleware needs one. */
export function isRequest(request: Request | PlainRequest): request is Request {
  return typeof Request === 'function' && request instanceof Request;
}

/** Reads a request that nothing has changed since openapi-fetch composed it. */
export function readPlainRequest(
  { url, body, headers }: PlainRequest,
  operationId: OperationId,
  { headers: ownHeaders, params: { path, header } }: Init,
): FetchRequest {
  const hasHeaders = ownHeaders !== undefined || header !== undefined;
  return {
    operationId,
    url,
    path: path && { ...path },
    body: parse(body),
    headers: hasHeaders ? headers : undefined,
  };
}

/**
 * Reads a request that a middleware or a serializer of the caller may have changed.
 *
 * @throws LddPayError of kind `config` where it no longer is a request of an operation.
 */
export async function readRequest(request: Request | PlainRequest, baseUrl: string): Promise<FetchRequest> {
  const { url, method, headers } = Object(request) as PlainRequest;
  if (typeof url !== 'string') throw configError('A request must be a Request with a URL of an operation.');
  const [location = ''] = url.split('?', 1);
  const found = url.startsWith(`${baseUrl}/`)
    ? findOperation(method, location.slice(baseUrl.length))
    : undefined;
  if (!found) {
    throw configError('The method and URL of a request must be those of an operation below `baseUrl`.');
  }
  const body = isRequest(request) ? await readClone(request) : request.body;
  return { ...found, url, headers, body: parse(body) };
}

/** Reads a clone, so that a middleware can send the request again. */
async function readClone(request: Request): Promise<string> {
  try {
    return await request.clone().text();
  } catch {
    throw configError('A middleware read the body of the request. Read the body of a clone instead.');
  }
}

function parse(body: string | undefined): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // Without the cause, which quotes the body.
    throw mustBe('body', 'JSON');
  }
}
