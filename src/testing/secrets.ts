/** Values that must never appear anywhere except in a request. */
export const SECRETS = {
  clientSecret: 'hush-client-secret',
  token: 'hush-access-token',
  signingSecret: 'hush-signing-secret',
  cardNumber: '4242424242424242',
  // Letters: five digits turn up by chance in durations and random ids.
  cvv: 'hush-cvv',
};

/** Returns the names of the secrets in a text. */
export function findSecrets(text: string): string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));
}
