import { invalidRequest } from '../lib/api-error.js';
import type { Source } from '../payments/payment.js';

const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^4/, 'Visa'],
  [/^(5[1-5]|2[2-7])/, 'Mastercard'],
  [/^3[47]/, 'American Express'],
  [/^(6011|64|65)/, 'Discover'],
];

/** A card, as a request states it. */
export interface Card {
  readonly number: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

/**
 * Reads the card of a request.
 * @throws ApiError with a code for each invalid field.
 */
export function readCard(source: Readonly<Record<string, unknown>>, now: number): Card {
  const { number, expiry_month: expiryMonth, expiry_year: expiryYear, cvv } = source;
  const codes: string[] = [];
  if (number === undefined) codes.push('card_number_required');
  else if (!isCardNumber(number)) codes.push('card_number_invalid');
  if (expiryMonth === undefined) codes.push('card_expiry_month_required');
  else if (!isIntegerBetween(expiryMonth, 1, 12)) codes.push('card_expiry_month_invalid');
  if (expiryYear === undefined) codes.push('card_expiry_year_required');
  else if (!isIntegerBetween(expiryYear, 1000, 9999)) codes.push('card_expiry_year_invalid');
  if (cvv !== undefined && !/^\d{3,4}$/.test(String(cvv))) codes.push('cvv_invalid');
  if (codes.length > 0) throw invalidRequest(...codes);
  const card = { number, expiryMonth, expiryYear } as Card;
  // A card is valid until the end of the month that is printed on it.
  if (Date.UTC(card.expiryYear, card.expiryMonth) <= now) throw invalidRequest('card_expired');
  return card;
}

/** Masks a card: returns the parts of it that may be kept and shown. */
export function maskCard({ number, expiryMonth, expiryYear }: Card, id: string, hasCvv: boolean): Source {
  const bin = number.slice(0, 6);
  const last4 = number.slice(-4);
  return {
    id,
    type: 'card',
    expiry_month: expiryMonth,
    expiry_year: expiryYear,
    scheme: SCHEMES.find(([pattern]) => pattern.test(number))?.[1] ?? 'Unknown',
    last4,
    // Built from the visible parts, so that the number cannot be derived from it.
    fingerprint: `${bin}${last4}${expiryMonth}${expiryYear}`,
    bin,
    cvv_check: hasCvv ? 'Y' : 'P',
  };
}

/** Whether a value is a card number: digits with a valid check digit (ISO/IEC 7812-1, annex B). */
export function isCardNumber(number: unknown): number is string {
  if (typeof number !== 'string' || !/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (1 + (index % 2));
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

function isIntegerBetween(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
