import { configError } from '../errors.js';
import { digest, toHex } from '../lib/digest.js';

/**
 * Derives an idempotency key from your own identifiers of a write, so that the key is the same after a restart.
 *
 * @example
 * const idempotencyKey = await keyFrom('order-17', 'capture');
 * await lddpay.capturePayment(payment.id, { amount: 400 }, { idempotencyKey });
 * @returns A UUID of version 8 (RFC 9562, section 5.8). The same parts in the same order give the same UUID.
 * @throws LddPayError of kind `config` when there are no parts, or one is not a non-empty string.
 */
export async function keyFrom(...parts: string[]): Promise<string> {
  if (parts.length === 0 || parts.some((part) => typeof part !== 'string' || part === '')) {
    throw configError('`keyFrom` takes one or more non-empty strings.');
  }
  const bytes = await digest(parts);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
