import { describe, expect, it } from 'vitest';
import type { Operations } from '../model/facts.js';
import { checkPlausibility, checkSource } from './check-plausibility.js';
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
});

describe('checkSource', () => {
  const source = { id: 7, url: 'https://docs.example/payments/', modified: '2024-02-03T04:05:06' };

  it('accepts the page after it was modified', () => {
    expect(() => checkSource(source, { ...source, modified: '2025-02-03T04:05:06' })).not.toThrow();
  });

  it.each([
    ['id', { ...source, id: 8 }],
    ['link', { ...source, url: 'https://docs.example/payouts/' }],
  ])('rejects a page with another %s, and says how to accept it', (_name, page) => {
    expect(() => checkSource(source, page)).toThrow(PageError);
    expect(() => checkSource(source, page)).toThrow(/facts are from page 7 at .*payments\/\. .*facts\.yaml/);
  });
});
