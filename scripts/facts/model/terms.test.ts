import { describe, expect, it } from 'vitest';
import { readTerms } from './terms.js';

describe('readTerms', () => {
  it.each<[string, string[]]>([
    ['The amount in the minor currency unit.', ['minor unit']],
    ['Max 80 chars, Amex: 30 chars.', ['American Express', '80', '30']],
    ['At most 80, American Express 30.', ['American Express', '80', '30']],
    ['A three-letter ISO currency code.', ['ISO currency code']],
    ['A three-letter ISO 4217 code.', ['ISO currency code']],
    ['As in RFC 6749, section 5.1, or RFC6749.', ['RFC 6749']],
    ['You will receive a payment_voided notification.', ['notification', 'payment_voided']],
    ['Follow `_links.next.href` for 3DS.', ['3D Secure', '_links.next.href']],
    ['Your reference for the payment.', []],
  ])('lists the claims, numbers and names of %j', (text, terms) => {
    expect(readTerms(text)).toEqual(terms);
  });
});
