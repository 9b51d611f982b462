import { describe, expect, it } from 'vitest';
import { listLimits } from './list-limits.js';

const words = (keywords: Readonly<Record<string, unknown>>) =>
  listLimits({ keywords }).map(({ text, code }) => (code === undefined ? text : `${text} ${code}`));

describe('listLimits', () => {
  it('joins a lower and an upper limit', () => {
    expect(words({ minimum: 1, maximum: 100 })).toEqual(['from 1 to 100']);
    expect(words({ minLength: 6, maxLength: 25 })).toEqual(['from 6 to 25 characters']);
    expect(words({ minLength: 3, maxLength: 3 })).toEqual(['3 characters']);
  });

  it('describes single limits, also those that are 0 or false', () => {
    expect(words({ minimum: 0 })).toEqual(['at least 0']);
    expect(words({ maxLength: 1 })).toEqual(['at most 1 character']);
    expect(words({ minItems: 1, multipleOf: 1 })).toEqual(['at least 1 item', 'no fraction']);
    expect(words({ default: false })).toEqual(['default false']);
    expect(words({ pattern: '^a$', format: 'date' })).toEqual(['matches ^a$', 'ISO 8601 date']);
  });

  it('throws for a keyword that it has no words for', () => {
    expect(() => words({ maxItems: 3 })).toThrow('maxItems');
  });
});
