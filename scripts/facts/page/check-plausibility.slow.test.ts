import { describe, expect, it } from 'vitest';
import { readFacts } from '../model/facts-file.js';
import { checkPlausibility } from './check-plausibility.js';

describe('checkPlausibility', () => {
  it('accepts the committed facts without any one operation', async () => {
    const { operations } = await readFacts();
    for (const operation of Object.keys(operations)) {
      const { [operation]: _gone, ...others } = operations;
      expect(() => checkPlausibility(operations, others), operation).not.toThrow();
    }
  });
});
