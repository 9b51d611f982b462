import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;
const LENGTH = 26;

/** Makes identifiers; the same ones in the same order for the same seed. */
export interface Random {
  /** A prefix and 26 characters of lower-case base32, the form of all identifiers. */
  id(prefix: string): string;
  /** A version 4 UUID (RFC 9562, section 5.4). */
  uuid(): string;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return {
    id(prefix) {
      let id = prefix;
      for (let length = 0; length < LENGTH; ) {
        let bits = generator.next() >>> 0;
        for (let left = 32; left >= BITS && length < LENGTH; left -= BITS, length += 1) {
          id += ALPHABET[bits & 31];
          bits >>>= BITS;
        }
      }
      return id;
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () =>
        (generator.next() >>> 0).toString(16).padStart(8, '0'),
      ).join('');
      const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20),
      ].join('-');
    },
  };
}
