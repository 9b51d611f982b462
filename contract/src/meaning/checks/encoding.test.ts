import { describe, expect, it } from 'vitest';
import { createExchange, findProblems } from '../../testing/exchange.js';
import { checkEncoding } from './encoding.js';

function check(text: string, bytes: Uint8Array = new TextEncoder().encode(text)) {
  return findProblems(checkEncoding, [
    createExchange('getPaymentDetails', 200, JSON.parse(text), { text, bytes }),
  ]);
}

describe('checkEncoding', () => {
  it('accepts UTF-8 without a byte order mark', () => {
    expect(check('{"description":"Café"}')).toEqual([]);
  });

  it('reports a byte order mark', () => {
    expect(check('{}', new TextEncoder().encode('\uFEFF{}'))).toEqual([
      'body begins with a byte order mark, which JSON must not have',
    ]);
  });

  it('reports bytes that are not UTF-8', () => {
    expect(check('{"description":"Caf�"}', Buffer.from('{"description":"Café"}', 'latin1'))).toEqual([
      'body is not UTF-8, which JSON must be',
    ]);
  });

  it('names a repeated name only if the description has it', () => {
    expect(check('{"amount":1,"amount":2,"secret":1,"secret":2}')).toEqual([
      'body has `amount` more than once in an object',
    ]);
    expect(check('{"secret":1,"secret":2}')).toEqual(['body has a name more than once in an object']);
  });

  it('says nothing about a body that is not JSON', () => {
    expect(findProblems(checkEncoding, [createExchange('getPaymentDetails', 502)])).toEqual([]);
  });
});
