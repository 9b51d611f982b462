/**
 * The card numbers of the schemes, by how they begin and how long they are: Visa; American Express, Diners Club;
 * Mastercard, Mir, JCB, Discover, UnionPay, RuPay; short ones of Maestro. No Unix time from 2001 to 2039 is among them.
 */
const CARD_NUMBER =
  /^(4(\d{3}){4,6}|3[046-9]\d{12,17}|(2[2-7]|35|5[0-8]|6\d|8[12])\d{14,17}|(50(18|20|38)|5893|6304|67(59|6[1-3]))\d{8,11})$/;

/**
 * Whether groups of digits that follow each other in a text are a card number together, with the right check digit.
 * Tries them from each one on, since a number can stand beside a card number.
 */
export function containsCardNumber(text: string): boolean {
  const groups = text.match(/\d+/g) ?? [];
  return groups.some((_, start) => {
    let digits = '';
    return groups.slice(start, start + 19).some((group) => {
      // One more than any card number has.
      digits = (digits + group).slice(0, 20);
      return CARD_NUMBER.test(digits) && hasCheckDigit(digits);
    });
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
