import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../contract/src/conformance/description.js';
import type { Operation } from '../../scripts/lib/description.js';
import {
  type CheckedOperation,
  listProblemKinds,
  reduceViolation,
  searchViolation,
  tryCase,
} from './find-violations.js';
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
  it('returns a case that fails', async () => {
    const violation = await searchViolation(createChecked(), fc.string({ maxLength: 50 }), 1, 100);
    expect(violation).toEqual({
      check: 'likes short strings',
      operation: operations[0]?.operationId,
      target: 'the sandbox',
      case: expect.stringMatching(/^.{3,}$/s),
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

describe('searchViolation with known violations', () => {
  it('looks for other ones', async () => {
    const cases = fc.oneof(fc.string({ minLength: 3, maxLength: 50 }), fc.constant(null));
    const isKnown = ({ problems }: { readonly problems: readonly string[] }) =>
      problems.includes('it is long');
    const violation = await searchViolation(createChecked(), cases, 1, 100, isKnown);
    expect(violation).toMatchObject({ case: null, problems: ['Error: null is none'] });
  });
});

describe('reduceViolation', () => {
  it('makes a case as small as possible', async () => {
    const checked = createChecked();
    const violation = (await tryCase(checked, 'a long string')) ?? expect.unreachable();
    expect(await reduceViolation(checked, violation)).toEqual({ ...violation, case: 'a l' });
  });

  it('leaves out no member of a case apart from those of requests', async () => {
    const checked = createChecked();
    checked.check.findProblems = async () => ['it always fails'];
    const violation = (await tryCase(checked, { count: 3, limit: 2 })) ?? expect.unreachable();
    expect((await reduceViolation(checked, violation)).case).toEqual({ count: 0, limit: 0 });
  });

  it('keeps to problems of the same kind, and to valid requests', async () => {
    const checked = createChecked();
    checked.check.findProblems = async (_target, _operation, one) => [
      Object(one).body?.limit === undefined
        ? 'the limit is missing'
        : `the limit is ${Object(one).body.limit}`,
    ];
    const request = { operationId: 'searchPayments', query: {}, headers: { a: 'b' } };
    const body = { query: "id:'x'", limit: 50, reference: 'x' };
    const violation = (await tryCase(checked, { ...request, body })) ?? expect.unreachable();
    expect((await reduceViolation(checked, violation)).case).toEqual({
      ...request,
      headers: {},
      body: { query: "id:'x'", limit: 1 },
    });
  });
});

describe('listProblemKinds', () => {
  it('leaves out values, numbers and ids, and keeps statuses', () => {
    const problems = [
      'the server failed with 500: {"request_id":"1"}',
      'its details have the amount "12", not "34"',
      'money moved 3 times on pay_abc123, in spite of 403',
    ];
    expect(listProblemKinds({ problems })).toEqual([
      'the server failed with 500: …',
      'its details have the amount …, not …',
      'money moved … times on …, in spite of 403',
    ]);
  });
});

describe('tryCase', () => {
  it('takes an error for a problem', async () => {
    expect(await tryCase(createChecked(), null)).toMatchObject({ problems: ['Error: null is none'] });
  });
});
