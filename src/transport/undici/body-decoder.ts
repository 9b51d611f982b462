import { once } from 'node:events';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** The content codings that a response may have, as the value of Accept-Encoding. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

type CreateDecoder = (body: Readable) => Transform | Promise<Transform>;

const DECODERS: ReadonlyMap<string, CreateDecoder> = new Map<string, CreateDecoder>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', createDeflateDecoder],
  ['br', () => createBrotliDecompress()],
]);

/** How many codings a body may have, one around the other. Node's fetch has the same limit. */
const MAX_CODINGS = 5;

/**
 * Decodes a body while it arrives (RFC 9110, section 8.4), outside the main thread. It holds only a few chunks at
 * a time, however far they expand: it says when to stop writing, and decodes no faster than it is read.
 */
export class BodyDecoder {
  readonly #codings: readonly string[];
  /** The body as it arrives, then the body after each step. */
  readonly #steps: Readable[];

  /**
   * @param codings The value of the Content-Encoding header.
   * @param resume Called when more may be written.
   */
  constructor(codings: string, resume: () => void) {
    const all = codings.split(',').map((coding) => coding.trim().toLowerCase());
    this.#codings = all.filter((coding) => coding !== '' && coding !== 'identity').reverse();
    this.#steps = [withoutErrors(new Readable({ read: resume }))];
  }

  /** Adds a chunk. Returns false when no more should be written until `resume` is called. */
  write(chunk: Uint8Array): boolean {
    return this.#first.push(chunk);
  }

  end(): void {
    this.#first.push(null);
  }

  /** Stops decoding at once. */
  destroy(): void {
    for (const step of this.#steps) step.destroy(new Error('Decoding was stopped.'));
  }

  /**
   * Yields the decoded body.
   *
   * @throws Error with a code when a coding is unknown, or the body is not encoded that way.
   */
  async *decode(): AsyncGenerator<Uint8Array> {
    if (this.#codings.length > MAX_CODINGS) throw codingError(`more than ${MAX_CODINGS} codings`);
    let body = this.#first;
    for (const coding of this.#codings) {
      const create = DECODERS.get(coding);
      if (!create) throw codingError(`the unknown coding ${coding}`);
      // The errors reach the reader of the last step.
      body = pipeline(body, withoutErrors(await create(body)), () => {});
      this.#steps.push(body);
    }
    yield* body;
  }

  get #first(): Readable {
    return this.#steps[0] as Readable;
  }
}

/** Servers send deflate with or without the format of zlib around it, which shows in the first byte. */
async function createDeflateDecoder(body: Readable): Promise<Transform> {
  await once(body, 'readable');
  const first: Uint8Array | null = body.read(1);
  if (first) body.unshift(first);
  return first?.[0] !== undefined && (first[0] & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** Prevents an error from ending the process where nothing reads the stream any more. */
function withoutErrors<Stream extends Readable>(stream: Stream): Stream {
  return stream.on('error', () => {});
}

/** With a code like those of zlib, as nothing that arrived can be decoded here either. */
function codingError(reason: string): Error {
  return Object.assign(new Error(`The body of the response has ${reason}.`), { code: 'ZLIB_UNKNOWN_CODING' });
}
