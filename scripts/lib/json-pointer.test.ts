import { describe, expect, it } from 'vitest';
import { appendKey, parsePointer, readPointer } from './json-pointer.js';

const POINTER = '#/paths/~1payments~1%7Bid%7D/a~01';

describe('parsePointer', () => {
  it('decodes what a URI fragment and a pointer escape', () => {
    expect(parsePointer(POINTER)).toEqual(['paths', '/payments/{id}', 'a~1']);
  });

  it('returns no keys for the whole document', () => {
    expect(parsePointer('#')).toEqual([]);
  });
});

describe('appendKey', () => {
  it('escapes the key so that parsePointer returns it', () => {
    const pointer = ['paths', '/payments', 'a~1', '100%'].reduce(appendKey, '#');

    expect(pointer).toBe('#/paths/~1payments/a~01/100%25');
    expect(parsePointer(pointer)).toEqual(['paths', '/payments', 'a~1', '100%']);
  });
});

describe('readPointer', () => {
  const document = { paths: { '/payments/{id}': { 'a~1': ['first', null] } } };

  it('returns the value in objects and arrays', () => {
    expect(readPointer(document, POINTER)).toEqual(['first', null]);
    expect(readPointer(document, `${POINTER}/0`)).toBe('first');
    expect(readPointer(document, '#')).toBe(document);
  });

  it.each(['#/nothing', '#/nothing/below', `${POINTER}/1/below`, `${POINTER}/0/length`, '#/constructor'])(
    'returns undefined for %s',
    (pointer) => {
      expect(readPointer(document, pointer)).toBeUndefined();
    },
  );
});
