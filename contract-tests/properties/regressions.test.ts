import { describe, expect, it } from 'vitest';
import { checks } from './checks/checks.js';
import { OPERATION_IDS } from './options.js';
import { addRegressions, readRegressions } from './regressions.js';

const one = {
  check: 'accepts valid data',
  operation: 'getToken',
  case: { a: 1 },
  problems: ['old'],
} as const;

describe('addRegressions', () => {
  it('keeps what is there, and adds the cases of violations once, without their target', () => {
    const violation = { ...one, target: 'the mock', problems: ['new'] } as const;
    const other = { ...violation, case: { a: 2 } };

    expect(addRegressions([one], [violation, other, { ...other, target: 'the sandbox' }])).toEqual([
      one,
      { check: one.check, operation: one.operation, case: { a: 2 }, problems: ['new'] },
    ]);
  });
});

describe('readRegressions', () => {
  it('reads cases of checks and operations that there are', async () => {
    const regressions = await readRegressions();
    expect(regressions.length).toBeGreaterThan(0);
    const names = checks.map(({ name }) => name);
    expect(regressions.filter(({ check }) => !names.includes(check))).toEqual([]);
    expect(regressions.filter(({ operation }) => !OPERATION_IDS.includes(operation))).toEqual([]);
  });
});
