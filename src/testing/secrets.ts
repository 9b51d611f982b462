import { digitsOf, encodingsOf } from '../../scripts/lib/secret-patterns.js';

/** Values that must never appear anywhere except in a request. */
export const SECRETS = {
  clientSecret: 'hush-client-secret',
  token: 'hush-access-token',
  signingSecret: 'hush-signing-secret',
  cardNumber: '4242424242424242',
  // Letters: five digits turn up by chance in durations and random ids.
  cvv: 'hush-cvv',
};

const PATTERNS = Object.entries(SECRETS).map(
  ([name, secret]) =>
    [name, new RegExp(name === 'cardNumber' ? digitsOf(secret) : encodingsOf(secret))] as const,
);

/** Returns the names of the secrets in a text, in any encoding. */
export function findSecrets(text: string): string[] {
  return PATTERNS.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}
