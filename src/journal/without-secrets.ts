/** Names of fields that hold a card number or a security code, whatever the description says of them. */
const SECRET_NAME = /^(pan|card_?number|account_?number|cvv2?|cvc2?|csc|security_?code|pin)$/i;

/** The length of card numbers (ISO/IEC 7812-1). */
const CARD_NUMBER = /^\d{12,19}$/;

/**
 * Copies data without what must never be kept: the fields that the description marks as secret, those whose name says
 * that they are, and whatever looks like a card number.
 *
 * @param paths The paths of the fields, such as `source.number`.
 */
export function withoutSecrets(value: unknown, paths: readonly string[], path = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, paths, `${path}.*`));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name;
    const isSecret = paths.includes(place) || SECRET_NAME.test(name) || isCardNumber(member);
    if (!isSecret) kept[name] = withoutSecrets(member, paths, place);
  }
  return kept;
}

/** Whether a value has the length of a card number, and its check digit (the Luhn formula). */
function isCardNumber(value: unknown): boolean {
  const digits = String(value).replace(/[\s-]/g, '');
  if (typeof value === 'object' || !CARD_NUMBER.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
