import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digest, toHex } from './digest.js';

describe('digest', () => {
  it('returns the first 128 bits of the SHA-256 of the strings as JSON', async () => {
    const sha256 = createHash('sha256').update('["order-17","ü"]').digest('hex');

    expect(toHex(await digest(['order-17', 'ü']))).toBe(sha256.slice(0, 32));
  });

  it('differs for strings that concatenate to the same string', async () => {
    expect(await digest(['a', 'bc'])).not.toEqual(await digest(['ab', 'c']));
    expect(await digest(['a', 'b'])).not.toEqual(await digest(['a","b']));
  });

  it('differs for another order of the strings', async () => {
    expect(await digest(['a', 'b'])).not.toEqual(await digest(['b', 'a']));
  });
});

describe('toHex', () => {
  it('returns two lowercase digits for each byte', () => {
    expect(toHex(new Uint8Array([0, 10, 171, 255]))).toBe('000aabff');
    expect(toHex(new Uint8Array())).toBe('');
  });
});
