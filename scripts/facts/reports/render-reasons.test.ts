import { expect, it } from 'vitest';
import { renderReasons } from './render-reasons.js';

it('lists the elements by kind and source, the least certain kind first', () => {
  const inferred = [
    { pointer: '#/a', reason: 'RFC 6749, section 5.1' },
    { pointer: '#/b', reason: 'checkout-api-reference A.yaml, x; RFC 6749, section 5.2' },
    { pointer: '#/c', reason: 'checkout-api-reference A.yaml, y' },
  ];
  expect(renderReasons(inferred)).toBe(`Checkout.com's OpenAPI description (likely): 2
  checkout-api-reference A.yaml
    #/b
    #/c

A published standard (certain): 2
  RFC 6749
    #/a
    #/b`);
});
