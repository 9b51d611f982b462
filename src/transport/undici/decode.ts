/** The codings that every runtime can decode. The client asks for none, so any other is a server error. */
const FORMATS: Readonly<Record<string, CompressionFormat>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/**
 * Decodes a body (RFC 9110, section 8.4).
 *
 * @param codings The value of the Content-Encoding header.
 * @throws TypeError when a coding is unknown, or the body is not encoded that way.
 */
export async function decode(body: Uint8Array, codings: string): Promise<Uint8Array> {
  let decoded = body;
  for (const coding of codings.toLowerCase().split(',').reverse()) {
    decoded = await decodeOne(decoded, coding.trim());
  }
  return decoded;
}

async function decodeOne(body: Uint8Array, coding: string): Promise<Uint8Array> {
  if (coding === '' || coding === 'identity' || body.length === 0) return body;
  const format = FORMATS[coding];
  if (!format) throw new TypeError(`The response is encoded with ${coding}, which was not asked for.`);
  try {
    // A copy, because a stream does not accept shared memory.
    const decoded = new Blob([Uint8Array.from(body)]).stream().pipeThrough(new DecompressionStream(format));
    return new Uint8Array(await new Response(decoded).arrayBuffer());
  } catch (cause) {
    throw new TypeError(`The response could not be decoded as ${coding}.`, { cause });
  }
}
