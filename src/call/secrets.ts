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
