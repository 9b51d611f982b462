import { describe, expect, it } from 'vitest';
import { correctWord } from './correct-word.js';

const WORDS = [
  'refund',
  'token',
  'total',
  'sample',
  'injection',
  'idempotency',
  'enabled',
  'state',
  'webhook2',
];

describe('correctWord', () => {
  it.each([
    ['refnud', 'refund'],
    ['tokne', 'token'],
    ['refuund', 'refund'],
    ['idempotensy', 'idempotency'],
    ['idmpotensy', 'idempotency'],
  ])('finds that "%s" means "%s"', (word, meant) => {
    expect(correctWord(word, WORDS)).toBe(meant);
  });

  it.each(['local', 'apple', 'rejection', 'unable', 'stage', 'tkn', 'webhook1', 'refndu1', 'tokkne'])(
    'does not take "%s" for a typo',
    (word) => {
      expect(correctWord(word, WORDS)).toBeUndefined();
    },
  );

  it('prefers the word with the fewest edits', () => {
    expect(correctWord('refundss', ['refund', 'refunds'])).toBe('refunds');
  });
});
