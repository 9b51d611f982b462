import { createReadStream } from 'node:fs';
import { SECRETS } from '../orders/secrets.js';

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
