import { mustBe } from '../lib/checks.js';
import { digest, toHex } from '../lib/digest.js';

/**
 * Derives an idempotency key from your own identifiers of a write, so that the key is the same after a restart.
 *
 * Equal parts give equal keys, and an id is often unique only within its queue or table. So begin with the name of
 * that, as in `keyFrom('refunds', job.id)`: with the id alone, job 17 of one queue gets the key of job 17 of another,
 * and the API responds with what it did for that one.
 *
 * @example
 * const idempotencyKey = await keyFrom('captures', 'order-17');
 * await lddpay.capturePayment(payment.id, { amount: 400 }, { idempotencyKey });
 * @returns A UUID of version 8 (RFC 9562, section 5.8). The same parts in the same order give the same UUID.
 * @throws LddPayError of kind `config` when there are no parts, or one is not a non-empty string, and where the platform
 *   lacks `crypto.subtle`, as a browser page does without HTTPS.
 */
export async function keyFrom(...parts: string[]): Promise<string> {
  if (!parts[0] || !parts.every((part) => part && typeof part === 'string')) {
    throw mustBe('keyFrom', 'called with non-empty strings');
  }
  const bytes = await digest(parts);
  // The variant here, the version below.
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4}).(.{3})(.{4})/, '$1-$2-8$3-$4-');
}
