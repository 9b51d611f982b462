import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../contract/src/conformance/description.js';
import type { Operation } from '../../scripts/lib/description.js';
import { type CheckedOperation, searchViolation, tryCase } from './find-violations.js';
import type { Target } from './targets/target.js';

/** A check that fails for strings of three characters and more. */
function createChecked(tried: unknown[] = []): CheckedOperation {
  return {
    check: {
      name: 'likes short strings',
      schemathesis: [],
      runs: 1,
      listCases: () => [],
      generateCases: () => undefined,
      async findProblems(_target, _operation, one) {
        tried.push(one);
        if (one === null) throw new Error('null is none');
        return String(one).length < 3 ? [] : ['it is long'];
      },
    },
    operation: operations[0] as Operation,
    target: { name: 'the sandbox' } as Target,
  };
}

describe('searchViolation', () => {
  it('returns the smallest case that fails', async () => {
    const violation = await searchViolation(createChecked(), fc.string({ maxLength: 50 }), 1, 100);
    expect(violation).toEqual({
      check: 'likes short strings',
      operation: operations[0]?.operationId,
      target: 'the sandbox',
      case: expect.stringMatching(/^.{3}$/s),
      problems: ['it is long'],
    });
  });

  it('returns undefined when none fails', async () => {
    expect(await searchViolation(createChecked(), fc.string({ maxLength: 2 }), 1, 100)).toBeUndefined();
  });

  it('tries the same cases for the same seed, and others for another one', async () => {
    const listTried = async (seed: number) => {
      const tried: unknown[] = [];
      await searchViolation(createChecked(tried), fc.string({ maxLength: 2 }), seed, 20);
      return tried;
    };
    expect(await listTried(1)).toEqual(await listTried(1));
    expect(await listTried(1)).not.toEqual(await listTried(2));
  });
});

describe('tryCase', () => {
  it('takes an error for a problem', async () => {
    expect(await tryCase(createChecked(), null)).toMatchObject({ problems: ['Error: null is none'] });
  });
});
