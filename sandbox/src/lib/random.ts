import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The alphabet of RFC 4648, section 6, in lower case. */
const BASE32 = [...'abcdefghijklmnopqrstuvwxyz234567'].map((character) => character.charCodeAt(0));
const ID_LENGTH = 26;

/** How many base32 characters a 32-bit word yields. */
const CHARACTERS_PER_WORD = 6;

/** Generates identifiers: the same sequence for the same seed. */
export interface Random {
  /** Returns a prefix and 26 base32 characters, the form of all identifiers of the API. */
  id(prefix: string): string;
  /** Returns a version 4 UUID (RFC 9562, section 5.4). */
  uuid(): string;
}

/**
 * Creates a generator of identifiers.
 * @param stream Generators with the same seed and another stream generate other identifiers.
 */
export function createRandom(seed: number, stream = 0): Random {
  const generator = xoroshiro128plus(seed);
  for (let jumps = 0; jumps < stream; jumps += 1) generator.jump();
  const nextWord = () => generator.next() >>> 0;
  return {
    id(prefix) {
      const characters: number[] = [];
      for (let bits = 0; characters.length < ID_LENGTH; bits >>>= 5) {
        if (characters.length % CHARACTERS_PER_WORD === 0) bits = nextWord();
        characters.push(BASE32[bits & 31] ?? 0);
      }
      // Built in one step: a string that grows character by character takes ten times as much memory.
      return prefix + String.fromCharCode(...characters);
    },
    uuid() {
      const [a, b, c, d] = [nextWord(), nextWord(), nextWord(), nextWord()];
      const version = 0x4000 | (b & 0x0fff);
      const variant = 0x8000 | (c >>> 18);
      return `${toHex(a, 8)}-${toHex(b >>> 16, 4)}-${toHex(version, 4)}-${toHex(variant, 4)}-${toHex(c & 0xffff, 4)}${toHex(d, 8)}`;
    },
  };
}

function toHex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
