import { describe, expect, it } from 'vitest';
import { describePlace, describeProblem } from './describe-violation.js';

describe('describePlace', () => {
  it.each([
    [{ place: 'status', path: '' }, 'status'],
    [{ place: 'Cko-Version', path: '' }, 'header Cko-Version'],
    [{ place: 'body', path: '' }, 'body'],
    [{ place: 'body', path: 'data.*.amount' }, 'body.data.*.amount'],
  ])('names %j', (violation, words) => {
    expect(describePlace(violation)).toBe(words);
  });
});

describe('describeProblem', () => {
  it.each([
    [{ rule: 'required', expected: ['id', 'type'], actual: {} }, 'lacks `id`, `type`'],
    [{ rule: 'type', expected: ['string', 'null'], actual: 5 }, 'is of type integer, not string or null'],
    [{ rule: 'enum', expected: ['Void'], actual: 'Other' }, 'is `Other`, which is not a documented value'],
    [{ rule: 'format', expected: 'date-time', actual: 'today' }, 'is not a valid date-time'],
    [{ rule: 'pattern', expected: '^a$', actual: 'b' }, 'does not match `^a$`'],
    [{ rule: 'minimum', expected: 1, actual: 0 }, 'violates `minimum` 1'],
    [
      { rule: 'undocumented', expected: 'application/json', actual: 'text/html' },
      'is text/html, but application/json is documented',
    ],
  ])('describes %j', (violation, words) => {
    expect(describeProblem({ place: 'body', path: '', ...violation }, String)).toBe(words);
  });

  it('does not show a value that is redacted', () => {
    const violation = { place: 'body', path: '', rule: 'enum', expected: ['Void'], actual: 'secret' };
    expect(describeProblem(violation, () => undefined)).toBe('is not a documented value');
  });
});
