import type { Operation } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { digest } from '../lib/digest.js';
import { isHeaderText } from '../lib/headers.js';
import { toHex } from '../lib/hex.js';

/** The key of a call: the caller's if it can be sent, else a random UUID; none where the operation takes none. */
export function keyOf(operation: Operation, given: unknown): string | undefined {
  if (!operation.idempotencyHeader) return undefined;
  return isHeaderText(given) ? given : crypto.randomUUID();
}

/**
 * Checks the key that a caller gives.
 *
 * @throws LddPayError of kind `config` when the key cannot be sent, or when the operation takes none.
 */
export function checkKey(operation: Operation, given: unknown): void {
  if (given === undefined) return;
  if (!operation.idempotencyHeader) {
    throw configError('`idempotencyKey` is given, but this operation takes none. Leave it out.');
  }
  if (!isHeaderText(given)) {
    throw configError('`idempotencyKey` must be visible ASCII characters without spaces, such as a UUID.');
  }
}

/**
 * Derives an idempotency key from what identifies an operation in your own system, so that it is the same
 * after a restart: `keyFrom('order-17', 'capture')`.
 *
 * @returns A UUID of version 8 (RFC 9562, section 5.8): the same for the same parts.
 * @throws LddPayError of kind `config` when there is no part, or one is empty or no text.
 */
export async function keyFrom(...parts: string[]): Promise<string> {
  if (parts.length === 0 || parts.some((part) => typeof part !== 'string' || part === '')) {
    throw configError('`keyFrom` takes one or more texts that are not empty.');
  }
  const bytes = await digest(parts);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
