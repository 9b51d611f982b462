import * as currencies from 'dinero.js/currencies';
import type { Settings } from '../options.js';
import { invalid } from '../shared/api-error.js';

/** The largest amount and the largest total, in minor units: sums of these stay exact. */
const MAX_AMOUNT = 999_999_999_999;

const EXPONENTS = new Map(Object.values(currencies).map(({ code, exponent }) => [code as string, exponent]));

export function isCurrency(code: string): boolean {
  return EXPONENTS.has(code);
}

/** Throws a refusal when an amount, added to what there is, is more than the sandbox counts. */
export function checkAmount(amount: number, already = 0): void {
  if (amount + already > MAX_AMOUNT) throw invalid('amount_invalid');
}

/** A `refund_amount` in minor units. Throws a refusal when it is not a whole number of them, or none. */
export function refundAmount(amount: number, currency: string, unit: Settings['refundAmountUnit']): number {
  const exponent = unit === 'major' ? (EXPONENTS.get(currency) ?? 0) : 0;
  const minor = Math.round(amount * 10 ** exponent);
  // 10.1 * 100 is not 1010, so the way back is what tells a whole number of minor units.
  if (minor === 0 || minor / 10 ** exponent !== amount) throw invalid('refund_amount_invalid');
  return minor;
}
