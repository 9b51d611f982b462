import { isCardNumber } from '../operations/card.js';
import type { ResolvedOptions } from '../options.js';

/** A token of the sandbox, or the start of a JSON Web Token (RFC 7519). */
const TOKEN = /sandbox_[a-z2-7]{26}|\beyJ[\w-]{10}/;

/** The digits of a UUID belong to no card. */
const UUID = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/**
 * Digits that can be a card number: in one piece, or in groups. The lookahead finds them from each group on, since
 * other digits can stand before them.
 */
const DIGITS =
  /(?<!\d)(?=(\d{12,19}(?![\da-z])|\d{4}[\W_]{1,3}\d{4,6}[\W_]{1,3}\d{4,5}(?:[\W_]{1,3}\d{1,7})?(?![\da-z])))/gi;

/** The length from which on a configured secret is looked for. A shorter one can be a part of any key. */
const SECRET_LENGTH = 8;

/** Masks an idempotency key that has a card number, a token or a secret in it, for whoever is shown it. */
export function maskKey(key: string, { clientSecret, signingSecret }: ResolvedOptions): string {
  const hasSecret = [clientSecret, signingSecret].some(
    (secret) => secret.length >= SECRET_LENGTH && key.includes(secret),
  );
  const hasCard = [...key.replace(UUID, '').matchAll(DIGITS)].some(([, digits = '']) =>
    isCardNumber(digits.replace(/\D/g, '')),
  );
  return hasSecret || hasCard || TOKEN.test(key) ? '[masked]' : key;
}
