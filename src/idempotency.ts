import type { Operation } from '../generated/operations.js';
import { configError } from './errors.js';
import { isHeaderText } from './headers.js';

/**
 * The idempotency key of a call: the caller's, else a random UUID where the operation takes a key.
 *
 * @throws LddPayError of kind `config` when the key cannot be sent, or when the operation takes none.
 */
export function idempotencyKeyFor(operation: Operation, given: unknown): string | undefined {
  if (given === undefined) return operation.idempotencyHeader ? crypto.randomUUID() : undefined;
  if (!operation.idempotencyHeader) {
    throw configError('`idempotencyKey` is given, but this operation takes none. Leave it out.');
  }
  if (!isHeaderText(given)) {
    throw configError('`idempotencyKey` must be visible ASCII characters without spaces, such as a UUID.');
  }
  return given;
}
