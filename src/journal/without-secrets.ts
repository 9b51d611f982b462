import type { Operation } from '../../generated/operations.js';

/** Names of fields that hold a card number or a security code, whatever the description says of them. */
const SECRET_NAME = /^pan$|card_?num|cvv|cvc|^csc$|security_?code/i;

/** Names of fields that hold an identifier of the caller, the provider or a carrier, which can look like a card number. */
const IDENTIFIER_NAME = /(reference|identifier|_id)$|tracking/i;

/**
 * Digits that can have a card number (ISO/IEC 7812-1) in them, with anything but letters between their groups. Not a
 * colon: a date and its time are as many digits.
 */
const DIGITS = /\d(?:(?:(?!:)[\W_]){0,3}\d){11,}/g;

/** The card numbers of the schemes, by how they begin and how long they are. No time from 2001 to 2039 is among them. */
const CARD_NUMBERS = [
  /^4(\d{12}|\d{15}|\d{18})$/, // Visa
  /^(2[2-7]|5[1-5])\d{14}$/, // Mastercard, Mir
  /^3[47]\d{13}$/, // American Express
  /^3[0689]\d{12,17}$/, // Diners Club
  /^(35|5[06-8]|6\d|8[12])\d{14,17}$/, // JCB, UnionPay, Discover, RuPay, Maestro
  /^(50(18|20|38)|5893|6304|67(59|6[1-3]))\d{8,15}$/, // Maestro
];

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
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const place = path ? `${path}.${name}` : name;
    const isKnown = IDENTIFIER_NAME.test(name) || Object.hasOwn(amounts, place);
    const isNumber = !isKnown && hasCardNumber(member);
    const isSecret = secrets.includes(place) || SECRET_NAME.test(name) || hasCardNumber(name) || isNumber;
    return isSecret ? [] : [[name, withoutSecrets(member, operation, place)]];
  });
  // Unlike an assignment, this keeps a field `__proto__`.
  return Object.fromEntries(kept);
}

/** Whether a text or number contains a card number. */
function hasCardNumber(value: unknown): boolean {
  const isText = typeof value === 'string' || (Number.isInteger(value) && Number(value) >= LONG_NUMBER);
  return isText && (String(value).match(DIGITS) ?? []).some(containsCardNumber);
}

/** Tries the groups of digits from each one on, since a number can stand beside a card number. */
function containsCardNumber(text: string): boolean {
  const groups = text.match(/\d+/g) ?? [];
  return groups.some((_, start) => {
    let digits = '';
    for (const group of groups.slice(start, start + 19)) {
      digits += group;
      if (digits.length > 19) return false;
      if (CARD_NUMBERS.some((form) => form.test(digits)) && hasCheckDigit(digits)) return true;
    }
    return false;
  });
}

/** Whether the last digit is right by the Luhn formula. */
function hasCheckDigit(number: string): boolean {
  const digits = [...number].reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
