import { createReadStream } from 'node:fs';
import { digitsOf, encodingsOf } from '../../lib/secret-patterns.js';
import { CARD, CREDENTIALS } from '../orders/secrets.js';

/**
 * What must be written nowhere, in any encoding. A security code has only a few digits, which occur in times and ids
 * too, so it is searched for with its name.
 */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'card number': new RegExp(digitsOf(CARD.number)),
  'security code': new RegExp(
    [
      `(?:cv[vc]2?|security_?code)(?:%[0-9a-f]{2}|\\W){0,8}${CARD.cvv}(?!\\d)`,
      // Ignoring case finds more in Base64 than there is, and no random text of this length.
      encodingsOf(`cvv":"${CARD.cvv}`),
      encodingsOf(`cvv=${CARD.cvv}`),
    ].join('|'),
    'i',
  ),
  'client secret': new RegExp(encodingsOf(CREDENTIALS.clientSecret)),
  'signing secret': new RegExp(encodingsOf(CREDENTIALS.signingSecret)),
  token: new RegExp(`sandbox_\\w{20,}|(?:${encodingsOf('sandbox_')})[\\w%+/-]{24,}`),
};

/** A secret in something that was written. */
export interface Leak {
  /** What the secret is. */
  readonly secret: string;
  /** Where it was found. */
  readonly location: string;
}

/** The length of the longest text around a secret that is searched for. A read may end within it. */
const LONGEST = 200;

/** Finds the marked secrets in a text, each of them once. */
export function findSecrets(text: string, location: string): Leak[] {
  return Object.entries(SECRETS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([secret]) => ({ secret, location }));
}

/** Finds the marked secrets in a file of any size, each of them once. */
export async function findSecretsInFile(path: string, location: string): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  let end = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = end + chunk;
    for (const leak of findSecrets(text, location)) leaks.set(leak.secret, leak);
    end = text.slice(-LONGEST);
  }
  return [...leaks.values()];
}
