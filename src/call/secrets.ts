import { type Operation, operations } from '../../generated/operations.js';
import { containsCardNumber } from '../lib/card-number.js';
import { noteSecrets } from '../lib/note-secrets.js';

/** The secret fields of all operations, at any depth: nobody knows where undocumented fields have them. */
export const SECRETS_ANYWHERE = Object.values<Operation>(operations).flatMap(({ secrets }) =>
  secrets.map((path) => `**.${path.split('.').pop()}`),
);

/**
 * Lists the secrets of a body, of which no key, name or kept field may contain a long one: the values of secret fields, and
 * card numbers that such fields have in another place. What else is there can be the number of a phone or of an order.
 *
 * @param paths The secret fields of the operation.
 */
export function listSecrets(paths: readonly string[], fields: unknown): string[] {
  const anywhere: string[] = [];
  noteSecrets(SECRETS_ANYWHERE, fields, anywhere);
  const secrets = anywhere.filter(containsCardNumber);
  noteSecrets(paths, fields, secrets);
  return secrets;
}
