import { expect, it } from 'vitest';
import { countConstraints, countFacts } from './facts.js';

it('counts elements and keywords', () => {
  const operations = {
    a: { operation: {}, request: { content: 'x', type: 'array' } },
    b: { operation: { beta: true } },
  };
  expect(countFacts(operations)).toBe(3);
  expect(countConstraints(operations)).toBe(3);
});
