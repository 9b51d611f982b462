/** Names of fields that hold a card number or a security code, whatever the description says of them. */
const SECRET_NAME = /^pan$|card_?num|cvv|cvc|^csc$|security_?code/i;

/** Names of fields that hold an identifier of the caller or the provider, which can look like a card number. */
const IDENTIFIER_NAME = /(reference|identifier|_id)$/i;

/**
 * Digits that can have a card number (ISO/IEC 7812-1) in them, with anything but letters between their groups. Not a
 * colon: a date and its time are as many digits.
 */
const DIGITS = /\d(?:(?:(?!:)[\W_]){0,3}\d){11,}/g;

/**
 * Copies data without what must never be kept: the fields that the description marks as secret, those whose name says
 * that they are, and whatever looks like a card number.
 *
 * @param paths The paths of the fields, such as `source.number`.
 */
export function withoutSecrets(value: unknown, paths: readonly string[], path = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => (hasCardNumber(item) ? null : withoutSecrets(item, paths, `${path}.*`)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name;
    const isNumber = !IDENTIFIER_NAME.test(name) && hasCardNumber(member);
    const isSecret = paths.includes(place) || SECRET_NAME.test(name) || hasCardNumber(name) || isNumber;
    if (!isSecret) kept[name] = withoutSecrets(member, paths, place);
  }
  return kept;
}

/** Whether a text or number contains a card number, by its length and its check digit (the Luhn formula). */
function hasCardNumber(value: unknown): boolean {
  return typeof value !== 'object' && (String(value).match(DIGITS) ?? []).some(containsCardNumber);
}

/** Tries the groups of digits from each one on, since a number can stand beside a card number. */
function containsCardNumber(text: string): boolean {
  const groups = text.match(/\d+/g) ?? [];
  return groups.some((_, start) => {
    let digits = '';
    for (const group of groups.slice(start, start + 19)) {
      digits += group;
      if (digits.length > 19) return false;
      if (digits.length >= 12 && hasCheckDigit(digits)) return true;
    }
    return false;
  });
}

function hasCheckDigit(number: string): boolean {
  const digits = [...number].reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
