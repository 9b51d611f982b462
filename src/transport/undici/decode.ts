/** The codings that every runtime decodes. None is asked for, so that others are a mistake of the server. */
const FORMATS: Readonly<Record<string, CompressionFormat>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/**
 * Undoes what a Content-Encoding header says was done to a body.
 *
 * @param codings The value of the header; nothing is done without one.
 * @throws TypeError when a coding is not known, or the body is not coded so.
 */
export async function decode(body: Uint8Array, codings: string): Promise<Uint8Array> {
  let decoded = body;
  for (const coding of codings.toLowerCase().split(',').reverse()) {
    decoded = await undo(decoded, coding.trim());
  }
  return decoded;
}

async function undo(body: Uint8Array, coding: string): Promise<Uint8Array> {
  if (coding === '' || coding === 'identity' || body.length === 0) return body;
  const format = FORMATS[coding];
  if (!format) throw new TypeError(`The response is encoded with ${coding}, which was not asked for.`);
  try {
    // A copy, whose memory cannot be shared.
    const plain = new Blob([Uint8Array.from(body)]).stream().pipeThrough(new DecompressionStream(format));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  } catch (cause) {
    throw new TypeError(`The response says that it is encoded with ${coding}, and is not.`, { cause });
  }
}
