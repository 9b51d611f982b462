import { configError } from '../errors.js';

/**
 * Returns the `crypto` of the platform. A browser page has only some of it, unless it came over HTTPS or from
 * localhost.
 *
 * @param part What the caller needs of it.
 * @throws LddPayError of kind `config` where the platform lacks that.
 */
export function requireCrypto(part: 'subtle' | 'randomUUID'): Crypto {
  const { crypto } = globalThis;
  if (crypto?.[part]) return crypto;
  throw configError(`There is no \`crypto.${part}\` here. A page needs HTTPS or localhost.`);
}
