import { validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_VALUES, headerValues } from './header-values.js';

describe('headerValues', () => {
  const sample = [...EDGE_VALUES, ...fc.sample(headerValues, { numRuns: 300, seed: 1 })];

  it('are such that HTTP carries them, apart from the spaces around them', () => {
    for (const value of sample) {
      expect(() => validateHeaderValue('X-A', value)).not.toThrow();
      expect(new Headers({ 'X-A': value }).get('X-A')).toBe(value.replace(/^[ \t]+|[ \t]+$/g, ''));
    }
  });

  it('are short and longer than 255 characters, of ASCII and beyond, empty and with spaces', () => {
    const generated = sample.slice(EDGE_VALUES.length);
    const kinds = [/^$/, /^.{1,60}$/s, /^.{256,}$/s, /^[\x21-\x7e]+$/, /[\x80-\xff]/, /\S[ \t]\S/];
    expect(kinds.filter((kind) => !generated.some((value) => kind.test(value)))).toEqual([]);
  });
});
