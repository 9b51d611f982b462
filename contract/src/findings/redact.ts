import { DISTINCTIVE_LENGTH } from './secrets.js';

/** Enum members: up to three short words of letters. Card numbers, tokens and dates do not match. */
const WORDS = /^(?=.{1,24}$)[A-Za-z]+(?:[ _][A-Za-z]+){0,2}$/;

/** The media types that the report names. */
const MEDIA_TYPES: readonly string[] = [
  'application/octet-stream',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'application/xml',
  'text/html',
  'text/plain',
  'text/xml',
];

/** Returns the string that may be shown for a value from the provider; undefined for most values. */
export type Redact = (value: unknown) => string | undefined;

/** @param secrets The strings that must not be shown, not even in part. */
export function createRedact(secrets: readonly string[]): Redact {
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const mediaType = value.split(';')[0]?.trim().toLowerCase() ?? '';
    if (MEDIA_TYPES.includes(mediaType)) return mediaType;
    return WORDS.test(value) && !isSecret(value, secrets) ? value : undefined;
  };
}

/** Returns true for a string that contains a secret, in one piece or in groups, or is part of one. */
export function isSecret(text: string, secrets: readonly string[]): boolean {
  const forms = [text.toLowerCase(), withoutSeparators(text)];
  return secrets
    .map((secret) => {
      const plain = withoutSeparators(secret);
      // What little is left of a secret can be in everything.
      return plain.length < DISTINCTIVE_LENGTH ? secret.toLowerCase() : plain;
    })
    .some((one) => forms.some((form) => form.includes(one) || one.includes(form)));
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
