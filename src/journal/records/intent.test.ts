import { expect, it } from 'vitest';
import { quote, requireName } from './intent.js';

it.each([17, '', 'ORD-\ud83d'])('requireName says what a name must be, for %j', (name) => {
  expect(() => requireName(name)).toThrow('must be a non-empty, well-formed string.');
});

it.each([
  ['order-1732800000000 €', '"order-1732800000000 €"'],
  ['card 4242-4242-4242-4242', '"[redacted]"'],
  ['a\r\n\u001b[31mpaid\u202e\u0085\u2028', '"a???[31mpaid???"'],
])('quote shows a name without card numbers, and without what controls a terminal: %j', (name, shown) => {
  expect(quote(name)).toBe(shown);
});
