import type { IncomingMessage } from 'node:http';
import { bodyIncomplete, bodyTooLarge, type IncomingRequest, MAX_BODY_BYTES } from './incoming-request.js';

/** A host with an optional port, and nothing that would end the authority of a URL. */
const HOST = /^[^\s/?#@\\]+$/;

/**
 * Creates the request of a message that arrived over HTTP.
 * @param defaultHost The host of a message without one: HTTP/1.0 does not require it.
 * @throws TypeError when its URL or one of its headers is malformed, or its method is not supported.
 */
export function fromIncomingMessage(message: IncomingMessage, defaultHost: string): IncomingRequest {
  const { method = 'GET' } = message;
  // A web `Request`, which the controls need, cannot have it.
  if (method === 'TRACE') throw new TypeError('The method TRACE is not supported.');
  return {
    method,
    url: readUrl(message, defaultHost),
    headers: readHeaders(message),
    readBody: () => readBody(message),
  };
}

function readUrl({ url: target = '', headers }: IncomingMessage, defaultHost: string): URL {
  const host = headers.host || defaultHost;
  if (!HOST.test(host)) throw new TypeError('The Host header is malformed.');
  // Not resolved against a base URL: a path can begin with two slashes.
  const url = new URL(target.startsWith('/') ? `http://${host}${target}` : target);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError('The URL is not one of HTTP.');
  return url;
}

function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 1; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index - 1] ?? '', rawHeaders[index] ?? '');
  return headers;
}

function readBody(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    message.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      // What follows is read and forgotten, so that the client reads the response.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(bodyTooLarge());
    });
    message.on('end', () => resolve(decode(chunks)));
    message.on('close', () => reject(bodyIncomplete()));
    message.on('error', () => reject(bodyIncomplete()));
  });
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
