import type { Cancellation } from '../lib/cancellation.js';
import { encode } from '../lib/digest.js';
import { codeOf } from '../lib/error-cause.js';
import { readHeader } from '../lib/headers.js';
import { parseJson } from '../lib/parse-json.js';
import { collectBytes } from './growing-bytes.js';
import { NULL_BODY_STATUSES } from './null-body-statuses.js';

/** The default of `maxResponseBytes`: 32 MiB. */
export const MAX_RESPONSE_BYTES = 2 ** 25;

/** The code of a body that is longer than allowed. Undici has the same limit for its dispatchers. */
export const TOO_LONG = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

/** The code of a body that is shorter than its Content-Length. Undici has it too, over HTTP/1.1 alone. */
export const TOO_SHORT = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';

/** How codes begin of bodies that could not be decoded: in Node, for zlib, zstd and brotli, and in Bun. */
const UNDECODABLE = /^(Z|ERR__|Brotli)/;

/** A response whose body was read: using it needs no socket and cannot fail. */
export interface BufferedResponse extends Pick<Response, 'ok' | 'status' | 'headers'> {
  /** The body as it was received, or an empty string when there is a problem. */
  readonly text: string;
  /** What arrived in place of a body that can be read, as part of a message; undefined when the body was read. */
  readonly problem: string | undefined;
  /** Whether the body is longer than allowed, which that of the next response is too. */
  readonly isTooLong: boolean;
  /** Returns the parsed body; undefined when it is not JSON. */
  json(): unknown;
}

/**
 * Waits for a response and reads all of it, so that no socket is left behind. Rejects when the connection breaks, but
 * not when the body is useless: its status still counts.
 *
 * @param readText Reads the body, and rejects with one of the codes above when it is useless.
 * @param cancellation What can end the reading, with its reason as the error.
 */
export async function bufferResponse(
  pending: Promise<Response>,
  readText: (response: Response) => Promise<string>,
  cancellation?: Pick<Cancellation<unknown>, 'reason'>,
): Promise<BufferedResponse> {
  const response = await pending;
  // A test double can return nothing or data, or one response to all requests.
  if (typeof response?.status !== 'number') throw new Error('`fetch` returned no Response.');
  if (response.bodyUsed)
    throw new Error('`fetch` returned a response that was read before. Return a new one for each request.');
  const { status, headers } = response;
  let text = '';
  let problem: string | undefined;
  let isTooLong = false;
  try {
    text = await readText(response);
  } catch (error) {
    const code = `${codeOf(error)}`;
    isTooLong = code === TOO_LONG;
    // The reason of a caller can have any code.
    if (!(isTooLong || UNDECODABLE.test(code)) || error === cancellation?.reason) throw error;
    problem = `a body that ${isTooLong ? 'exceeds `maxResponseBytes`' : 'could not be decoded'}`;
  }
  let parsed: { readonly value: unknown } | undefined;
  return {
    ok: status >= 200 && status < 300,
    status,
    headers,
    text,
    problem,
    isTooLong,
    // Parsed once: a long body takes a while, and that of an error is read several times.
    json() {
      parsed ??= { value: parseJson(text) };
      return parsed.value;
    },
  };
}

/** Whether a response has a body that is not empty: over HTTP/2, one that was reset can end as if it had none. */
function hasBody({ status, headers, type }: Response): boolean {
  // What is empty has up to 20 bytes once it is encoded, which a response of another origin can hide from a page.
  const empty = type === 'cors' || readHeader(headers, 'content-encoding') ? 20 : 0;
  return !NULL_BODY_STATUSES.has(status) && Number(readHeader(headers, 'content-length')) > empty;
}

/** Bytes, or text from a stream of Node.js that has an encoding. */
type Chunk = ArrayBufferView<ArrayBuffer> | ArrayBuffer | string;

function toBytes(chunk: Chunk): Uint8Array {
  if (typeof chunk === 'string') return encode(chunk);
  // What is no buffer is refused by a DataView, and not taken for bytes.
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(chunk) ? chunk : new DataView(chunk);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A body that arrives in chunks: a stream, or for a `fetch` of another package one of Node.js. */
interface Chunks {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: Chunk | undefined }>;
  /** Closes the connection. */
  readonly cancel: () => Promise<unknown> | undefined;
}

/** Returns the chunks of a body; undefined when it has none, as that of a `fetch` that was given may. */
function chunksOf(
  body: (Partial<ReadableStream> & Partial<AsyncIterable<Chunk>>) | null,
): Chunks | undefined {
  const reader = body?.getReader?.();
  if (reader) return { next: () => reader.read(), cancel: () => reader.cancel() };
  const iterator = body?.[Symbol.asyncIterator]?.();
  return iterator && { next: () => iterator.next(), cancel: () => iterator.return?.() };
}

/**
 * Returns a function that reads streams by hand: Node's `text()` creates promises and a copy that take 6 µs more, and
 * it has no limit. That of a body without chunks is only checked once it was read. Rejects when nothing arrived of a
 * body that has a length. Bytes count: the text of one can be empty.
 *
 * @param maxBytes How long the decoded body may be.
 */
export function createReadText(maxBytes: number): (response: Response) => Promise<string> {
  return async (response) => {
    const body = chunksOf(response.body);
    if (!body) {
      const text = await response.text();
      if (encode(text).length > maxBytes) throw bodyError(TOO_LONG);
      if (!text && hasBody(response)) throw bodyError(TOO_SHORT);
      return text;
    }
    const bytes = collectBytes();
    for (;;) {
      const { done, value = '' } = await body.next();
      if (done) {
        const all = bytes.read();
        if (!all.length && hasBody(response)) throw bodyError(TOO_SHORT);
        return new TextDecoder().decode(all);
      }
      if (bytes.push(toBytes(value)) > maxBytes) {
        // What becomes of it changes nothing.
        body.cancel()?.catch(() => {});
        throw bodyError(TOO_LONG);
      }
    }
  };
}

/** Creates the error of a body that is too long or too short. */
export function bodyError(code: typeof TOO_LONG | typeof TOO_SHORT): Error {
  const problem = code === TOO_LONG ? 'long' : 'short';
  return Object.assign(new Error(`The body of the response is too ${problem}.`), { code });
}
