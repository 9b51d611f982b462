import { invalidRequest } from '../lib/api-error.js';
import type { ResolvedOptions } from '../options.js';
import { countDecimals } from '../payments/currencies.js';

/** The largest amount and the largest total, in minor currency units. Sums of these stay exact. */
const MAX_AMOUNT = 999_999_999_999;

/**
 * Checks that an amount, added to a total, does not exceed the maximum.
 * @throws ApiError when it does.
 */
export function checkAmount(amount: number, total = 0): void {
  if (amount + total > MAX_AMOUNT) throw invalidRequest('amount_invalid');
}

/**
 * Converts a `refund_amount` to minor currency units.
 * @throws ApiError when the result is 0 or not an integer.
 */
export function convertRefundAmount(
  amount: number,
  currency: string,
  unit: ResolvedOptions['refundAmountUnit'],
): number {
  const exponent = unit === 'major' ? countDecimals(currency) : 0;
  const minor = Math.round(amount * 10 ** exponent);
  // 10.1 * 100 is not 1010, so only converting back tells whether the result is exact.
  if (minor === 0 || minor / 10 ** exponent !== amount) throw invalidRequest('refund_amount_invalid');
  return minor;
}
