import * as currencies from 'dinero.js/currencies';

// Dinero has a fifth as the minor unit of MGA and MRU, as in the country. Theirs in ISO 4217 has two decimals.
const DECIMALS = new Map(
  Object.values(currencies).map(({ code, base, exponent }) => [code as string, base === 10 ? exponent : 2]),
);

/** Whether a code is that of a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return DECIMALS.has(code);
}

/**
 * Returns how many decimals the minor unit of a currency has: 2 for USD, 0 for JPY, 3 for KWD.
 *
 * Not by `Intl`, whose data has the decimals that people use: none for IQD, which has three in ISO 4217.
 */
export function countDecimals(currency: string): number {
  return DECIMALS.get(currency) ?? 0;
}
