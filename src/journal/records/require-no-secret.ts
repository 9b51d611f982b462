import { operations } from '../../../generated/operations.js';
import type { CallArguments } from '../../call/input.js';
import { listSecrets } from '../../call/secrets.js';
import { configError } from '../../errors.js';
import { printable } from '../../lib/checks.js';
import { containsGrouped } from '../../lib/redact.js';
import type { WriteId } from '../../results/writes.js';

/**
 * Checks that a text which is kept has no secret of the body.
 *
 * @param what What the text is, for the message.
 * @throws LddPayError of kind `config`.
 */
export function requireNoSecret(
  what: string,
  text: string,
  operationId: WriteId,
  { input: { body } }: CallArguments,
): void {
  requireNone(what, text, listSecrets(operations[operationId].secrets, body));
}

/**
 * Checks that nothing in a kept body, names of its fields included, has a secret of the whole body.
 *
 * @throws LddPayError of kind `config` that names the field.
 */
export function requireNoSecretIn(
  kept: unknown,
  operationId: WriteId,
  { input: { body } }: CallArguments,
): void {
  const secrets = listSecrets(operations[operationId].secrets, body);
  const check = (value: unknown, path: readonly string[]) => {
    if (Object(value) !== value) {
      requireNone(`\`${printable(path.join('.'))}\``, `${value}`, secrets);
      return;
    }
    for (const [name, member] of Object.entries(value as object)) {
      // Before it is in a message.
      requireNone('The name of a field', name, secrets);
      check(member, [...path, name]);
    }
  };
  check(kept, []);
}

function requireNone(what: string, text: string, secrets: readonly string[]): void {
  if (!containsGrouped(text, secrets)) return;
  throw configError(
    `${what} must be free of secrets of the body, such as a card number, since it is kept, sent and printed.`,
  );
}
