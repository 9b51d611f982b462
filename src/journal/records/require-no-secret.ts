import { operations } from '../../../generated/operations.js';
import type { CallArguments } from '../../call/input.js';
import { containsSecretOf } from '../../call/secrets.js';
import { configError } from '../../errors.js';
import { printable } from '../../lib/checks.js';
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
  if (!containsSecretOf(operations[operationId].secrets, body, text)) return;
  throw configError(
    `${what} must be free of secrets of the body, such as a card number, since it is kept, sent and printed.`,
  );
}

/**
 * Checks that nothing in a kept body, names of its fields included, has a secret of the whole body.
 *
 * @throws LddPayError of kind `config` that names the field.
 */
export function requireNoSecretIn(
  kept: unknown,
  operationId: WriteId,
  args: CallArguments,
  path: readonly string[] = [],
): void {
  if (Object(kept) !== kept) {
    requireNoSecret(`\`${printable(path.join('.'))}\``, `${kept}`, operationId, args);
    return;
  }
  for (const [name, member] of Object.entries(kept as object)) {
    // Before it is in a message.
    requireNoSecret('The name of a field', name, operationId, args);
    requireNoSecretIn(member, operationId, args, [...path, name]);
  }
}
