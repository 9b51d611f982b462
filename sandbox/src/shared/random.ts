import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** RFC 4648, section 6, in lower case. */
const BASE32 = [...'abcdefghijklmnopqrstuvwxyz234567'].map((character) => character.charCodeAt(0));
const LENGTH = 26;

/** How many characters a 32-bit word makes. */
const PER_WORD = 6;

/** Makes identifiers; the same ones in the same order for the same seed. */
export interface Random {
  /** A prefix and 26 characters of base32, the form of all identifiers. */
  id(prefix: string): string;
  /** A version 4 UUID (RFC 9562, section 5.4). */
  uuid(): string;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const word = () => generator.next() >>> 0;
  return {
    id(prefix) {
      const characters: number[] = [];
      for (let bits = 0; characters.length < LENGTH; bits >>>= 5) {
        if (characters.length % PER_WORD === 0) bits = word();
        characters.push(BASE32[bits & 31] ?? 0);
      }
      // Made at once: a text that grows by characters takes ten times as much memory.
      return prefix + String.fromCharCode(...characters);
    },
    uuid() {
      const [a, b, c, d] = [word(), word(), word(), word()];
      const version = 0x4000 | (b & 0x0fff);
      const variant = 0x8000 | (c >>> 18);
      return `${hex(a, 8)}-${hex(b >>> 16, 4)}-${hex(version, 4)}-${hex(variant, 4)}-${hex(c & 0xffff, 4)}${hex(d, 8)}`;
    },
  };
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
