import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unhandledRejections } from '../../testing/promises.js';
import { BodyDecoder } from './body-decoder.js';

const TEXT = 'Zoë pays 10 €';
const BODY = Buffer.from(TEXT);

/** Decodes a body that arrives in chunks of some bytes. */
async function decode(body: Uint8Array, codings: string, chunkLength = body.length): Promise<string> {
  const decoder = new BodyDecoder(codings, () => {});
  for (let at = 0; at < body.length; at += chunkLength) decoder.write(body.subarray(at, at + chunkLength));
  decoder.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of decoder.decode()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('BodyDecoder', () => {
  it.each([
    { codings: '', body: BODY },
    { codings: 'identity', body: BODY },
    { codings: 'gzip', body: gzipSync(BODY) },
    { codings: 'X-GZip', body: gzipSync(BODY) },
    { codings: 'br', body: brotliCompressSync(BODY) },
    { codings: 'deflate', body: deflateSync(BODY) },
    { codings: 'deflate', body: deflateRawSync(BODY) },
    { codings: 'deflate, gzip', body: gzipSync(deflateSync(BODY)) },
    { codings: 'deflate, gzip', body: gzipSync(deflateRawSync(BODY)) },
    { codings: 'deflate,deflate', body: deflateRawSync(deflateSync(BODY)) },
    { codings: 'gzip,identity,', body: gzipSync(BODY) },
    {
      codings: 'br, gzip, deflate, x-gzip, br',
      body: brotliCompressSync(gzipSync(deflateSync(gzipSync(brotliCompressSync(BODY))))),
    },
  ])('decodes a body with the codings "$codings"', async ({ codings, body }) => {
    expect(await decode(body, codings)).toBe(TEXT);
    expect(await decode(body, codings, 1)).toBe(TEXT);
  });

  it.each([
    { codings: 'zstd', reason: 'the unknown coding zstd' },
    { codings: 'gzip, zstd', reason: 'the unknown coding zstd' },
    { codings: 'constructor', reason: 'the unknown coding constructor' },
    { codings: 'gzip,gzip,gzip,gzip,gzip,gzip', reason: 'more than 5 codings' },
  ])('rejects $reason in "$codings"', async ({ codings, reason }) => {
    await expect(decode(BODY, codings)).rejects.toMatchObject({
      message: `The body of the response has ${reason}.`,
      code: 'ZLIB_UNKNOWN_CODING',
    });
  });

  it.each<{ what: string; codings: string; body: Uint8Array; code: string }>([
    { what: 'no gzip', codings: 'gzip', body: BODY, code: 'Z_DATA_ERROR' },
    { what: 'no deflate', codings: 'deflate', body: Buffer.alloc(40, 0xff), code: 'Z_DATA_ERROR' },
    {
      what: 'no br',
      codings: 'br',
      body: Buffer.alloc(40, 0xfa),
      code: 'ERR__ERROR_FORMAT_RESERVED',
    },
    { what: 'no gzip inside', codings: 'gzip, br', body: brotliCompressSync(BODY), code: 'Z_DATA_ERROR' },
    { what: 'truncated gzip', codings: 'gzip', body: gzipSync(BODY).subarray(0, -4), code: 'Z_BUF_ERROR' },
    {
      what: 'truncated br',
      codings: 'br',
      body: brotliCompressSync(BODY).subarray(0, -4),
      code: 'Z_BUF_ERROR',
    },
    { what: 'no bytes', codings: 'deflate', body: gzipSync(''), code: 'Z_DATA_ERROR' },
  ])('rejects $what with the code of the decoder', async ({ codings, body, code }) => {
    await expect(decode(body, codings)).rejects.toMatchObject({ code });
  });

  it('says when to stop writing, and decodes no further than it is read', async () => {
    let resumed = 0;
    const decoder = new BodyDecoder('gzip', () => {
      resumed += 1;
    });
    const body = gzipSync(Buffer.alloc(20_000_000, ' '));
    const decoded = decoder.decode();
    let written = 0;
    while (written < body.length && decoder.write(body.subarray(written, written + 8192))) written += 8192;
    expect(written).toBeLessThan(body.length);
    await decoded.next();

    const before = process.memoryUsage().arrayBuffers;
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
    while (resumed === 0) await decoded.next();
    decoder.destroy();
    await expect(decoded.next()).rejects.toThrow('Decoding was stopped.');
  });

  it.each(['gzip', 'deflate, gzip', 'zstd'])(
    'rejects its reader when it is destroyed with the codings "%s", and leaves no unhandled error',
    async (codings) => {
      const unhandled = unhandledRejections();
      const decoder = new BodyDecoder(codings, () => {});
      const decoded = decoder.decode().next();
      decoder.write(gzipSync(BODY).subarray(0, 5));

      decoder.destroy();

      await expect(decoded).rejects.toThrow(Error);
      expect(await unhandled()).toEqual([]);
    },
  );
});
