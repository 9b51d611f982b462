import { describe, expect, it } from 'vitest';
import { createShow } from './shown.js';

const show = createShow(['Client-Secret', 'letters']);

describe('of a value that the provider sent', () => {
  it.each(['Settling', 'Partially Settled', 'access_denied', 'Partially Paid Out'])(
    '%s is shown',
    (value) => {
      expect(show(value)).toBe(value);
    },
  );

  it('the media type is shown without its parameters, if it is a common one', () => {
    expect(show('Text/HTML; charset=utf-8; secret=1')).toBe('text/html');
    expect(show('text/4242424242424242')).toBeUndefined();
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
    ['nothing', ''],
    ['a number', 5],
    ['an object', {}],
    ['null', null],
  ])('%s is not shown', (_what, value) => {
    expect(show(value)).toBeUndefined();
  });

  it.each(['client', 'my letters', 'LETTERS', 'letter'])(
    '%s is not shown where it is a secret or a part of one',
    (value) => {
      expect(show(value)).toBeUndefined();
    },
  );
});
