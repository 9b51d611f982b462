import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';

const TEXT = 'Zoë pays 10 €';
const BODY = new TextEncoder().encode(TEXT);

async function decodeText(body: Uint8Array, codings: string): Promise<string> {
  return new TextDecoder().decode(await decode(body, codings));
}

describe('decode', () => {
  it.each([
    { codings: '', body: BODY },
    { codings: 'identity', body: BODY },
    { codings: 'gzip', body: gzipSync(BODY) },
    { codings: 'X-GZip', body: gzipSync(BODY) },
    { codings: 'deflate', body: deflateSync(BODY) },
    { codings: 'deflate, gzip', body: gzipSync(deflateSync(BODY)) },
    { codings: 'gzip,identity', body: gzipSync(BODY) },
  ])('decodes a body with the codings "$codings"', async ({ codings, body }) => {
    expect(await decodeText(body, codings)).toBe(TEXT);
  });

  it('returns an empty body as it is, which a response to HEAD has', async () => {
    expect(await decode(new Uint8Array(), 'gzip')).toHaveLength(0);
  });

  it.each(['br', 'zstd', 'gzip, br'])(
    'rejects the unknown coding in "%s" with an error that names it',
    async (codings) => {
      await expect(decode(BODY, codings)).rejects.toThrow(/^The response is encoded with (br|zstd), /);
      await expect(decode(BODY, codings)).rejects.toThrow(TypeError);
    },
  );

  it.each(['gzip', 'deflate'])('rejects a body that is not encoded with %s', async (coding) => {
    await expect(decode(BODY, coding)).rejects.toThrow(`The response could not be decoded as ${coding}.`);
    await expect(decode(BODY, coding)).rejects.toThrow(TypeError);
  });

  it('rejects a truncated body', async () => {
    await expect(decode(gzipSync(BODY).subarray(0, -4), 'gzip')).rejects.toThrow(TypeError);
  });
});
