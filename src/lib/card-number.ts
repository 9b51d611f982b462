/**
 * Whether groups of digits that follow each other in a text are a card number together, with the right check digit.
 * Tries them from each one on, since a number can stand beside a card number.
 *
 * @param form That of card numbers: it has at most 19 digits.
 */
export function containsCardNumber(text: string, form: RegExp): boolean {
  const groups = text.match(/\d+/g) ?? [];
  return groups.some((_, start) => {
    let digits = '';
    return groups.slice(start, start + 19).some((group) => {
      // One more than any form has.
      digits = (digits + group).slice(0, 20);
      return form.test(digits) && hasCheckDigit(digits);
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
