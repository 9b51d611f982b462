/** An identifier of the sandbox: 26 characters of base32 after a prefix. */
const IDENTIFIER = /^(pay|sid|src|act)_[a-z2-7]{26}$/;

/** The digits of a card number, which people group with spaces and hyphens: ISO/IEC 7812-1. */
const CARD_NUMBER = /\d(?:[\s-]?\d){11,18}/;

/** The length of a word that can be a secret. The words of the API's own paths are shorter. */
const SECRET_LENGTH = 20;

/**
 * Masks the segments of a path that can be a card number, a token or another secret, for logs. A program that builds
 * its URLs wrongly sends them in place of an identifier.
 */
export function maskPath(path: string): string {
  return path.split('/').map(maskSegment).join('/');
}

function maskSegment(segment: string): string {
  if (IDENTIFIER.test(segment)) return segment;
  const text = decode(segment);
  return text.length >= SECRET_LENGTH || CARD_NUMBER.test(text) ? '[masked]' : segment;
}

/** Decodes a segment as often as it is encoded, or up to where its escapes are malformed. */
function decode(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text === segment ? text : decode(text);
  } catch {
    return segment;
  }
}
