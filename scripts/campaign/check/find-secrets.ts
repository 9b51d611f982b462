import { SECRETS } from '../orders/secrets.js';

/** A secret in something that was written. */
export interface Leak {
  /** What the secret is. */
  readonly secret: string;
  /** Where it was found. */
  readonly location: string;
}

/** Finds the marked secrets in a text, each of them once. */
export function findSecrets(text: string, location: string): Leak[] {
  return Object.entries(SECRETS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([secret]) => ({ secret, location }));
}
