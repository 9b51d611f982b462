import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../scripts/lib/description.js';
import { listBoundaries } from './boundaries.js';

/** The values at the boundaries of one keyword. */
function boundaries(schema: Schema, value: unknown, keyword: string): unknown[] {
  return listBoundaries(schema, value)
    .filter((one) => one.keyword === keyword)
    .map((one) => one.value);
}

describe('listBoundaries', () => {
  it('contains the least and the greatest number, and those next to them', () => {
    expect(boundaries({ type: 'integer', minimum: 1, maximum: 100 }, 5, 'range')).toEqual([1, 2, 99, 100]);
  });

  it('contains large numbers where there is no limit', () => {
    expect(boundaries({ type: 'number', minimum: 0, multipleOf: 1 }, 5, 'range')).toContain(
      Number.MAX_SAFE_INTEGER,
    );
  });

  it('contains the shortest and the longest strings, of characters of one code unit and of two', () => {
    const strings = boundaries({ type: 'string', minLength: 2, maxLength: 4 }, 'abc', 'length');
    expect(strings).toEqual(expect.arrayContaining(['xx', 'xxxx', '😀😀', '😀😀😀😀']));
    expect(new Set(strings.map((text) => [...String(text)].length))).toEqual(new Set([2, 3, 4]));
  });

  it('contains each member of an enum, and null where it is allowed', () => {
    expect(boundaries({ enum: ['a', 'b'] }, 'a', 'enum')).toEqual(['a', 'b']);
    expect(boundaries({ type: ['boolean', 'null'] }, true, 'type')).toEqual([true, false, null]);
  });

  it('contains arrays of each length at a limit', () => {
    expect(boundaries({ type: 'array', maxItems: 3 }, [1], 'items')).toEqual([[], [1], [1, 1, 1]]);
  });

  it('contains the value without each optional property, in place', () => {
    const schema = { properties: { a: { required: ['b'], properties: { b: {}, c: {} } } } };
    expect(boundaries(schema, { a: { b: 1, c: 2 } }, 'required')).toEqual([{}, { a: { b: 1 } }]);
  });

  it('contains no value that Ajv rejects', () => {
    expect(
      boundaries({ type: 'string', pattern: '^[A-Z]{3}$', minLength: 3, maxLength: 3 }, 'USD', 'length'),
    ).toEqual([]);
  });
});
