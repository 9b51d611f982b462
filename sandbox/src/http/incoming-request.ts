import { ApiError } from '../lib/api-error.js';
import type { RequestHeaders } from '../lib/request-headers.js';

/** A request to handle, from the in-process fetch or over HTTP. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  /** The origins of the web pages that the server allows. */
  readonly allowedOrigins: readonly string[];
  /**
   * Reads the body as a string.
   * @throws ApiError when it is larger than {@link MAX_BODY_BYTES} (413) or incomplete (400).
   */
  readBody(): Promise<string>;
}

/** The size of the largest body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Creates the error for a body that is larger than {@link MAX_BODY_BYTES}. */
export function bodyTooLarge(): ApiError {
  return new ApiError(413, ['request_body_too_large']);
}

/** Creates the error for a body whose end did not arrive. */
export function bodyIncomplete(): ApiError {
  return new ApiError(400, ['request_body_incomplete']);
}

/** Creates the request of a web `Request`. */
export function fromWebRequest(request: Request): IncomingRequest {
  return {
    method: request.method,
    url: new URL(request.url),
    headers: request.headers,
    allowedOrigins: [],
    async readBody() {
      // Not every browser has `Request.body`, so that the size is only known at the end.
      const bytes = await request.arrayBuffer().catch(() => {
        throw bodyIncomplete();
      });
      if (bytes.byteLength > MAX_BODY_BYTES) throw bodyTooLarge();
      return new TextDecoder().decode(bytes);
    },
  };
}
