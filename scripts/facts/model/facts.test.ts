import { expect, it } from 'vitest';
import { countConstraints, countFacts } from './facts.js';

it('counts the elements and keywords of all operations', () => {
  const operations = {
    a: { operation: {}, request: { content: 'x', type: 'array' } },
    b: { operation: { beta: true } },
  };
  expect(countFacts(operations)).toBe(3);
  expect(countConstraints(operations)).toBe(3);
});
