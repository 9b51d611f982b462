import { requireCrypto } from './platform.js';

/**
 * Returns the first 128 bits of the SHA-256 of the strings. `['a', 'bc']` and `['ab', 'c']` differ.
 *
 * @throws LddPayError of kind `config` where the platform lacks `crypto.subtle`.
 */
export async function digest(parts: readonly string[]): Promise<Uint8Array> {
  requireCrypto('subtle');
  const bytes = encode(JSON.stringify(parts));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
}

/** Returns bytes in lowercase hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns a string in UTF-8. */
export function encode(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}
