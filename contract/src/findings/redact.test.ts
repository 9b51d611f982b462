import { describe, expect, it } from 'vitest';
import { createRedact, isSecret } from './redact.js';

const redact = createRedact(['Client-Secret', 'letters']);

describe('redact', () => {
  it.each(['Settling', 'Partially Settled', 'access_denied', 'Partially Paid Out'])('shows %s', (value) => {
    expect(redact(value)).toBe(value);
  });

  it('shows a common media type without its parameters', () => {
    expect(redact('Text/HTML; charset=utf-8; secret=1')).toBe('text/html');
    expect(redact('text/4242424242424242')).toBeUndefined();
  });

  it.each([
    ['a card number', '4242424242424242'],
    ['a token', 'eyJhbGciOiJIUzI1NiJ9'],
    ['a code with digits', 'code20'],
    ['an address', 'jane@example.com'],
    ['a sentence', 'this is a long sentence'],
    ['a long word', 'x'.repeat(25)],
    ['markup', '<b>bold</b>'],
    ['a line break', 'Settled\n'],
    ['an empty string', ''],
    ['a number', 5],
    ['an object', {}],
    ['null', null],
  ])('does not show %s', (_what, value) => {
    expect(redact(value)).toBeUndefined();
  });

  it.each(['client', 'my letters', 'LETTERS', 'letter', 'client_secret', 'let ters'])(
    'does not show %s, which contains a secret or is part of one',
    (value) => {
      expect(redact(value)).toBeUndefined();
    },
  );
});

describe('isSecret', () => {
  it.each([
    ['pay_4242424242424242_a', true],
    ['pay_4242_4242_4242_4242_a', true],
    ['4242-4242-4242-4242', true],
    ['pay_4242_4242_a', false],
  ])('says of %s, with a card number among the secrets: %s', (text, expected) => {
    expect(isSecret(text, ['4242424242424242'])).toBe(expected);
  });

  it.each(['________', '--b--------', 'пароль-пароль', '密码密码密码密码'])(
    'says that an id is not the secret %s, which has few letters of English or none',
    (secret) => {
      expect(isSecret('pay_abc', [secret])).toBe(false);
      expect(isSecret(`pay_${secret}`, [secret])).toBe(true);
    },
  );
});
