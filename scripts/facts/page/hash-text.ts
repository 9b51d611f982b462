import { createHash } from 'node:crypto';

/** Enough to tell the texts of a page apart, in hexadecimal digits. */
const LENGTH = 12;

/** Hashes a text. Spaces and the kind of a dash, which the publishing system changes, make no difference. */
export function hashText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/\s/g, '');
  return createHash('sha256').update(plain).digest('hex').slice(0, LENGTH);
}
