import type { IncomingMessage } from 'node:http';
import type { RequestHeaders } from '../lib/request-headers.js';
import {
  bodyIncomplete,
  bodyTooLarge,
  decodeBody,
  type IncomingRequest,
  MAX_BODY_BYTES,
} from './incoming-request.js';

/** A host with an optional port, and nothing that would end the authority of a URL. */
const HOST = /^[^\s/?#@\\]+$/;

/**
 * Creates the request of a message that arrived over HTTP.
 * @param defaultHost The host of a message without one: HTTP/1.0 does not require it.
 * @param allowedOrigins The origins of the web pages that the server allows.
 * @throws TypeError when its URL is malformed.
 */
export function fromIncomingMessage(
  message: IncomingMessage,
  defaultHost: string,
  allowedOrigins: readonly string[],
): IncomingRequest {
  const { method = 'GET' } = message;
  const headers: RequestHeaders = { get: (name) => readHeader(message, name) };
  return {
    method,
    url: readUrl(message, defaultHost),
    headers,
    allowedOrigins,
    readBody: async () => decodeBody(await readBody(message), headers),
  };
}

function readUrl({ url: target = '', headers }: IncomingMessage, defaultHost: string): URL {
  const host = headers.host || defaultHost;
  if (!HOST.test(host)) throw new TypeError('The Host header is malformed.');
  // Not resolved against a base URL: a path can begin with two slashes.
  const url = new URL(target.startsWith('/') ? `http://${host}${target}` : target);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError('The URL is not one of HTTP.');
  // RFC 9110, section 4.2.4. A web `Request`, which the controls need, cannot have them, and names them in its error.
  if (url.username || url.password) throw new TypeError('The URL contains credentials.');
  return url;
}

/** Reads a header as `Headers` does, which takes longer to create than the few that are read. */
function readHeader({ rawHeaders }: IncomingMessage, name: string): string | null {
  const lowerCase = name.toLowerCase();
  // Names and values in turns. `headers` of Node.js has only the first of some headers.
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === lowerCase,
  );
  return values.length === 0 ? null : values.join(', ');
}

function readBody(message: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    message.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      // What follows is read and forgotten, so that the client reads the response.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(bodyTooLarge());
    });
    message.on('end', () => {
      // Most bodies arrive in one piece.
      const [first] = chunks;
      resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    message.on('error', () => reject(bodyIncomplete()));
    message.on('close', () => {
      if (!message.complete) reject(bodyIncomplete());
    });
  });
}
