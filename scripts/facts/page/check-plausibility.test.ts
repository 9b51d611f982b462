import { describe, expect, it } from 'vitest';
import type { Operations } from '../model/facts.js';
import { readFacts } from '../model/facts-file.js';
import { checkPlausibility } from './check-plausibility.js';
import { PageError } from './page-events.js';

const known: Operations = {
  a: { operation: {}, request: {}, 'request.x': {}, 'response 200': {} },
  b: { operation: {}, 'response 200': {} },
  c: { operation: {}, 'response 200': {} },
};

describe('checkPlausibility', () => {
  it('accepts a page that has lost up to half of the facts and operations', () => {
    expect(() => checkPlausibility(known, known)).not.toThrow();
    expect(() => checkPlausibility(known, { b: known['b'] ?? {}, c: known['c'] ?? {} })).not.toThrow();
    expect(() => checkPlausibility({}, known)).not.toThrow();
  });

  it('rejects a page that has lost more than half of the operations, with the figures', () => {
    const page = { a: known['a'] ?? {}, d: {}, e: {} };
    expect(() => checkPlausibility(known, page)).toThrow(PageError);
    expect(() => checkPlausibility(known, page)).toThrow(
      /2 of 3 known operations and 4 of 8 known facts are gone/,
    );
  });

  it('rejects a page that has lost more than half of the facts, with the figures', () => {
    const page = { a: { operation: {} }, b: { operation: {} }, c: { operation: {} } };
    expect(() => checkPlausibility(known, page)).toThrow(
      /0 of 3 known operations and 5 of 8 known facts are gone/,
    );
  });

  it('says how to accept the page anyway', () => {
    expect(() => checkPlausibility(known, {})).toThrow(/delete openapi\/facts\.yaml.*--write/);
  });

  it('accepts the committed facts without any one operation', async () => {
    const { operations } = await readFacts();
    for (const operation of Object.keys(operations)) {
      const { [operation]: _gone, ...others } = operations;
      expect(() => checkPlausibility(operations, others), operation).not.toThrow();
    }
  });
});
