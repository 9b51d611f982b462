/**
 * Twelve or more digits with anything but letters between them, as those of a card number. Those of an IPv4 address
 * are none.
 */
const CARD_NUMBER = /(?<!\d\.?)(?!(\d{1,3}\.){3})\d([\W_]{0,3}\d){11,}/g;

/** A secret of this length or more is in no text by chance. A CVV is in many numbers of orders. */
const LONG_SECRET = 8;

/**
 * Whether a string contains one of the secrets, in any letter case, as JSON escapes it or as a form or a URL encodes it.
 */
export function containsSecret(text: string, secrets: readonly string[]): boolean {
  // To decode the text takes some µs, which the request id of each response would pay.
  const isEncoded = /[\\%+]/.test(text);
  // A form has `+` for a space, a URL can have it as it is.
  const forms = isEncoded ? [text, decode(text), decode(text.replaceAll('+', '%2B'))] : [text];
  const lower = forms.join('\n').toLowerCase();
  const includes = (form: string) => lower.includes(form.toLowerCase());
  return secrets.some(
    (secret) => includes(secret) || (isEncoded && includes(JSON.stringify(secret).slice(1, -1))),
  );
}

/** Whether a string contains one of the long secrets, whatever stands between its letters and digits. */
export function containsGrouped(text: string, secrets: readonly string[]): boolean {
  const plain = withoutSeparators(text);
  return secrets
    .map(withoutSeparators)
    .some((secret) => secret.length >= LONG_SECRET && plain.includes(secret));
}

function withoutSeparators(text: string): string {
  return text.replace(/[\W_]/g, '').toLowerCase();
}

/** Decodes what a form or a URL encodes. Unlike `decodeURIComponent`, it takes every text. */
function decode(text: string): string | null {
  return new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('');
}

/**
 * Removes what must not be printed. A string with a secret is replaced as a whole, since what is left of it tells
 * where a short secret was.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return containsSecret(text, secrets) ? '[redacted]' : text.replace(CARD_NUMBER, '[redacted]');
}
