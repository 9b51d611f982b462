import { describe, expect, it } from 'vitest';
import { actionTypeValues } from '../../generated/operations.js';
import { compareReference, compareType } from './likeness.js';

describe('compareType', () => {
  it('is the same for a type of the operation', () => {
    expect(compareType('Capture', ['Capture'])).toBe('same');
    expect(compareType('Void', ['Refund', 'Void'])).toBe('same');
  });

  it('is another one for every documented type that the operation does not leave', () => {
    const others = actionTypeValues.filter((type) => type !== 'Capture');

    expect(others.length).toBeGreaterThan(3);
    for (const type of others) expect(compareType(type, ['Capture'])).toBe('other');
  });

  it.each(['Partial Capture', 'capture', '', null, undefined, 1, {}])(
    'is not clear for a type that is not documented: %j',
    (type) => {
      expect(compareType(type, ['Capture'])).toBe('unclear');
    },
  );
});

describe('compareReference', () => {
  const LONG = 'order-2026-000017/capture-of-the-first-part';

  it.each(['ORD-17', '', LONG])('is the same for exactly what was sent: %j', (reference) => {
    expect(compareReference(reference, reference)).toBe('same');
  });

  it.each([
    ['trimmed', 'ORD-17', ' ORD-17 '],
    ['with spaces around it', '\tORD-17 ', 'ORD-17'],
    ['in another case', 'ord-17', 'ORD-17'],
    ['composed', 'Caf\u00e9', 'Cafe\u0301'],
    ['decomposed', 'Cafe\u0301', 'Caf\u00e9'],
    ['with compatible characters', 'ORD-17', 'ORD\uff0d17'],
    ['cut', LONG.slice(0, 30), LONG],
    ['cut to 20 characters', LONG.slice(0, 20), LONG],
    ['cut and in another case', LONG.slice(0, 25).toUpperCase(), LONG],
    ['cut behind a space', 'a reference that was ', 'a reference that was cut'],
  ])('is not clear for one that is %s', (_, given, sent) => {
    expect(compareReference(given, sent)).toBe('unclear');
  });

  it.each([undefined, null, '', '  ', 17, {}, ['ORD-17']])(
    'is not clear where there is none: %j',
    (given) => {
      expect(compareReference(given, 'ORD-17')).toBe('unclear');
    },
  );

  it.each([
    ['another text', 'ORD-18', 'ORD-17'],
    ['a short beginning', 'ORD-1', 'ORD-17'],
    ['a beginning of 19 characters', LONG.slice(0, 19), LONG],
    ['a longer text', `${LONG}-2`, LONG],
    ['a text that ends alike', LONG.slice(5), LONG],
    ['one without its accent', 'Cafe', 'Caf\u00e9'],
    ['any text where the one that was sent is empty', 'ORD-17', ''],
  ])('is another one for %s', (_, given, sent) => {
    expect(compareReference(given, sent)).toBe('other');
  });
});
