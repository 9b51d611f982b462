import { type Operation, operations } from '../../generated/operations.js';
import { noteSecrets } from '../lib/note-secrets.js';

/** The secret fields of all operations, at any depth: nobody knows where undocumented fields have them. */
export const SECRETS_ANYWHERE = Object.values<Operation>(operations).flatMap(({ secrets }) =>
  secrets.map((path) => `**.${path.split('.').pop()}`),
);

/** A secret of this length or more is in no text by chance. A CVV is in many numbers of orders. */
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
