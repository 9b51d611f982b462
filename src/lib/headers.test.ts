import { describe, expect, it } from 'vitest';
import { isHeader, isHeaderWord } from './headers.js';

describe('isHeaderWord', () => {
  it.each(['a', 'order-17:v1', '!"#~', '0b2c4d'])('returns true for %j', (value) => {
    expect(isHeaderWord(value)).toBe(true);
  });

  it.each(['', ' ', 'two words', 'line\n', '\ttab', 'ü', '\x7f', undefined, null, 17, ['a']])(
    'returns false for %j',
    (value) => {
      expect(isHeaderWord(value)).toBe(false);
    },
  );
});

describe('isHeader', () => {
  it.each([
    ['X-Note', 'two words'],
    ['x-note', ''],
    ['X-Note', 'é'],
  ])('returns true for %j with the value %j', (name, value) => {
    expect(isHeader(name, value)).toBe(true);
  });

  it.each([
    ['', 'a'],
    ['X Note', 'a'],
    ['X-Note\n', 'a'],
    ['X-Note', 'a\r\nX-Other: 1'],
    ['X-Note', 'a\0'],
    ['X-Note', '🙂'],
  ])('returns false for %j with the value %j', (name, value) => {
    expect(isHeader(name, value)).toBe(false);
  });
});
