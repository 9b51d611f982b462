import { ApiError } from '../lib/api-error.js';
import type { RequestHeaders } from '../lib/request-headers.js';

/** A request to handle, from the in-process fetch or over HTTP. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  /** The origins of the web pages that the server allows. */
  readonly allowedOrigins: readonly string[];
  /** Aborted once its caller has gone; undefined over HTTP, where the server keeps the process alive, if anything. */
  readonly signal?: AbortSignal;
  /**
   * Reads the body as a string.
   * @throws ApiError when it is larger than {@link MAX_BODY_BYTES} (413), incomplete or not UTF-8 (400), or in another
   * encoding (415).
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

/** Does not replace what is not UTF-8: JSON is UTF-8 (RFC 8259, section 8.1). */
const decoder = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 by its names, and its subset. */
const CHARSETS = new Set(['utf-8', 'utf8', 'us-ascii']);

/** The first charset of a media type. One within a quoted string is part of another value: RFC 9110, section 5.6.6. */
const CHARSET =
  /^[^;"]*(?:(?:"(?:[^"\\]|\\.)*"|"(?![^"]*")|;(?!\s*charset\s*=))[^;"]*)*;\s*charset\s*=\s*"?([^\s;"]+)/i;

/**
 * Decodes a body.
 * @throws ApiError when its headers declare another encoding (415), or it is not UTF-8 (400).
 */
export function decodeBody(bytes: Uint8Array, headers: RequestHeaders): string {
  if (bytes.length === 0) return '';
  // RFC 9110, sections 8.4 and 15.5.16.
  if ((headers.get('Content-Encoding') ?? 'identity').trim().toLowerCase() !== 'identity')
    throw new ApiError(415, ['content_encoding_invalid']);
  const [, charset = 'utf-8'] = CHARSET.exec(headers.get('Content-Type') ?? '') ?? [];
  if (!CHARSETS.has(charset.toLowerCase())) throw new ApiError(415, ['content_type_invalid']);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ApiError(400, ['request_json_invalid']);
  }
}

/**
 * Creates the request of a web `Request`.
 * @param signal Aborted once its caller has gone.
 */
export function fromWebRequest(request: Request, signal: AbortSignal): IncomingRequest {
  return {
    method: request.method,
    url: new URL(request.url),
    headers: request.headers,
    allowedOrigins: [],
    signal,
    async readBody() {
      // Not every browser has `Request.body`, so that the size is only known at the end.
      const bytes = await request.arrayBuffer().catch(() => {
        throw bodyIncomplete();
      });
      if (bytes.byteLength > MAX_BODY_BYTES) throw bodyTooLarge();
      return decodeBody(new Uint8Array(bytes), request.headers);
    },
  };
}
