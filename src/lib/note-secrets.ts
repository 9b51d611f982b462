import { valuesAt } from './values-at.js';

/** Adds the values of secret fields to those that are never shown. */
export function noteSecrets(paths: readonly string[], fields: unknown, secrets: string[]): void {
  for (const path of paths) {
    for (const value of valuesAt(fields, path)) {
      if (typeof value === 'number' || (typeof value === 'string' && value)) secrets.push(`${value}`);
    }
  }
}
