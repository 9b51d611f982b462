/**
 * Twelve or more digits with anything but letters between them, as those of a card number. Those of an IPv4 address
 * are none.
 */
const CARD_NUMBER = /(?<!\d\.?)(?!(\d{1,3}\.){3})\d([\W_]{0,3}\d){11,}/g;

/** Whether a string contains one of the secrets, in any letter case, as JSON escapes it or as a form encodes it. */
export function containsSecret(text: string, secrets: readonly string[]): boolean {
  const lower = text.toLowerCase();
  const includes = (form: string) => lower.includes(form.toLowerCase());
  // To encode every secret takes some µs, which the request id of each response would pay.
  const isEncoded = /[\\%+]/.test(text);
  return secrets.some(
    (secret) =>
      includes(secret) ||
      (isEncoded &&
        (includes(JSON.stringify(secret).slice(1, -1)) ||
          includes(`${new URLSearchParams({ '': secret })}`.slice(1)))),
  );
}

/**
 * Removes what must not be printed. A string with a secret is replaced as a whole, since what is left of it tells
 * where a short secret was.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return containsSecret(text, secrets) ? '[redacted]' : text.replace(CARD_NUMBER, '[redacted]');
}
