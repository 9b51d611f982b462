import { type Operation, operations } from '../../generated/operations.js';
import { containsCardNumber } from '../lib/card-number.js';
import { noteSecrets } from '../lib/note-secrets.js';
import { containsGrouped } from '../lib/redact.js';

/** The secret fields of all operations, at any depth: nobody knows where undocumented fields have them. */
export const SECRETS_ANYWHERE = Object.values<Operation>(operations).flatMap(({ secrets }) =>
  secrets.map((path) => `**.${path.split('.').pop()}`),
);

/**
 * Whether a text contains a long value of a secret field, whatever stands between its letters and digits, or a card number
 * that the fields have in another place. What else is there can be the number of a phone or of an order.
 *
 * @param paths The secret fields of the operation.
 */
export function containsSecretOf(paths: readonly string[], fields: unknown, text: string): boolean {
  const anywhere: string[] = [];
  noteSecrets(SECRETS_ANYWHERE, fields, anywhere);
  const secrets = anywhere.filter(containsCardNumber);
  noteSecrets(paths, fields, secrets);
  return containsGrouped(text, secrets);
}
