import type { Operation } from '../../../generated/operations.js';
import { containsCardNumber } from '../../lib/card-number.js';

/** Names of fields that hold a card number or a security code, whatever the description says of them. */
const SECRET_NAME = /^pan$|card_?num|cvv|cvc|^csc$|security_?code/i;

/** Names of fields that hold an identifier of the caller, the provider or a carrier, which can look like a card number. */
const IDENTIFIER_NAME = /(reference|identifier|_id)$|tracking/i;

/**
 * Digits that can have a card number (ISO/IEC 7812-1) in them, with anything but letters between their groups. Not a
 * colon: a date and its time are as many digits.
 */
const DIGITS = /\d(?:(?:(?!:)[\W_]){0,3}\d){11,}/g;

/** Up to here, a JSON number is an amount or a time in ms. */
const LONG_NUMBER = 1e13;

/**
 * Copies data without what must never be kept: the fields that the description marks as secret, those whose name says
 * that they are, and whatever looks like a card number, by its beginning, its length and its check digit. Amounts and
 * identifiers never do, and neither do numbers of 13 digits and less that are no strings.
 *
 * @param operation The paths of its secret fields and of its amounts, such as `source.number`.
 */
export function withoutSecrets(
  value: unknown,
  operation: Pick<Operation, 'secrets' | 'amounts'>,
  path = '',
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => (hasCardNumber(item) ? null : withoutSecrets(item, operation, `${path}.*`)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { secrets, amounts } = operation;
  // Without a prototype, so that a field `__proto__` is kept as any other.
  const kept: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name;
    const isKnown = IDENTIFIER_NAME.test(name) || Object.hasOwn(amounts, place);
    const isNumber = !isKnown && hasCardNumber(member);
    const isSecret = secrets.includes(place) || SECRET_NAME.test(name) || hasCardNumber(name) || isNumber;
    if (!isSecret) kept[name] = withoutSecrets(member, operation, place);
  }
  return kept;
}

/** Whether a text or number contains a card number. */
export function hasCardNumber(value: unknown): boolean {
  const isText = typeof value === 'string' || (Number.isInteger(value) && Number(value) >= LONG_NUMBER);
  return isText && (String(value).match(DIGITS) ?? []).some(containsCardNumber);
}
