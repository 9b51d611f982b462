import { type Operation, operations } from '../../generated/operations.js';
import { valuesAt } from '../lib/values-at.js';

/**
 * The secret fields of all operations, at any depth, and of all that is sent: where undocumented fields have them is not
 * known.
 */
export const SECRETS_ANYWHERE = Object.values<Operation>(operations).flatMap(({ secrets }) =>
  secrets.map((path) => `**.${path.split('.').pop()}`),
);

/** Adds the values of secret fields to those that are never shown. */
export function noteSecrets(paths: readonly string[], fields: unknown, secrets: string[]): void {
  for (const path of paths) {
    for (const value of valuesAt(fields, path)) {
      if (typeof value === 'number' || (typeof value === 'string' && value)) secrets.push(`${value}`);
    }
  }
}

/** From how many characters on a secret is in no text by chance, as a CVV is in many a number of an order. */
const LONG_SECRET = 8;

/** Whether a text contains a long value of a secret field, whatever stands between its letters and digits. */
export function containsSecretOf(paths: readonly string[], fields: unknown, text: string): boolean {
  const secrets: string[] = [];
  noteSecrets(paths, fields, secrets);
  const plain = withoutSeparators(text);
  return secrets
    .map(withoutSeparators)
    .some((secret) => secret.length >= LONG_SECRET && plain.includes(secret));
}

function withoutSeparators(text: string): string {
  return text.replace(/[\W_]/g, '');
}
