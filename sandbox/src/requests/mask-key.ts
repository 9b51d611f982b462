import { isCardNumber } from '../operations/card.js';
import type { ResolvedOptions } from '../options.js';

/** A token of the sandbox, or the start of a JSON Web Token (RFC 7519). */
const TOKEN = /sandbox_[a-z2-7]{26}|\beyJ[\w-]{10}/;

/** Digits that can be a card number: by themselves, in groups too, or in one piece behind a hyphen. Those of a UUID are neither. */
const DIGITS =
  /(?<![\w-])(?:\d{12,19}|\d{4}[ -]\d{4,6}[ -]\d{4,5}(?:[ -]\d{1,7})?)(?![\w-])|(?<![\da-z])[2-6]\d{14,18}(?![\da-z])/gi;

/** The length from which on a configured secret is looked for. A shorter one can be a part of any key. */
const SECRET_LENGTH = 8;

/** Masks an idempotency key that has a card number, a token or a secret in it, for whoever is shown it. */
export function maskKey(key: string, { clientSecret, signingSecret }: ResolvedOptions): string {
  const hasSecret = [clientSecret, signingSecret].some(
    (secret) => secret.length >= SECRET_LENGTH && key.includes(secret),
  );
  const hasCard = (key.match(DIGITS) ?? []).some((digits) => isCardNumber(digits.replace(/\D/g, '')));
  return hasSecret || hasCard || TOKEN.test(key) ? '[masked]' : key;
}
