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
  const plain = withoutSeparators(text);
  return secrets.map(withoutSeparators).some((one) => plain.includes(one) || one.includes(plain));
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\W_]/g, '');
}
