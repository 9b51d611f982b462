import type { Operation } from '../generated/operations.js';
import { configError } from './errors.js';

/** Visible ASCII, which is what any server takes as the value of a header. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

/**
 * The idempotency key of a call: the caller's, else a random UUID where the operation takes a key.
 *
 * @throws LddPayError of kind `config` when the key cannot be sent, or when the operation takes none.
 */
export function idempotencyKeyFor(operation: Operation, given: string | undefined): string | undefined {
  if (given === undefined) return operation.idempotencyHeader ? crypto.randomUUID() : undefined;
  if (!operation.idempotencyHeader) {
    throw configError('`idempotencyKey` is given, but this operation takes none. Leave it out.');
  }
  if (!HEADER_TEXT.test(given)) {
    throw configError('`idempotencyKey` must be visible ASCII characters without spaces, such as a UUID.');
  }
  return given;
}
