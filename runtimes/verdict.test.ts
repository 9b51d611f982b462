import { describe, expect, it } from 'vitest';
import { isFailure, judge } from './verdict.js';

const passed = { name: 'it pays', ms: 20, left: 1 };
const failed = { name: 'it refunds', ms: 5, left: 0, failure: 'Error: it does not' };
const KNOWN = { 'it refunds': 'there is no clock' };

describe('a verdict', () => {
  it('counts what passed and what failed, and says why', () => {
    const verdict = judge('bun', '1.0', { results: [passed, failed] }, {});

    expect(verdict).toMatchObject({ runtime: 'bun', version: '1.0', passed: 1, ms: 25, differences: [] });
    expect(verdict).toMatchObject({ failures: ['it refunds: Error: it does not'] });
    expect(isFailure(verdict, false)).toBe(true);
  });

  it('sets a known difference apart from failures, with its reason', () => {
    const verdict = judge('bun', '1.0', { results: [passed, failed] }, KNOWN);

    expect(verdict).toMatchObject({
      passed: 1,
      failures: [],
      differences: ['it refunds: there is no clock'],
    });
    expect(isFailure(verdict, true)).toBe(false);
  });

  it('is a failure when a known difference is none any more', () => {
    const verdict = judge('bun', '1.0', { results: [{ name: 'it refunds', ms: 5, left: 0 }] }, KNOWN);

    expect(verdict).toMatchObject({ passed: 0, differences: [] });
    expect(verdict).toMatchObject({ failures: [expect.stringContaining('it refunds: it holds now')] });
  });

  it('is a failure when the runtime did not get to the end', () => {
    const verdict = judge('bun', '1.0', { results: [passed], crash: 'it exited with 1' }, {});

    expect(verdict).toMatchObject({ passed: 1, failures: ['it exited with 1'] });
    expect(isFailure(verdict, false)).toBe(true);
  });

  it('is a failure when nothing was looked at', () => {
    expect(isFailure(judge('bun', '1.0', { results: [] }, {}), false)).toBe(true);
  });
});

it('a runtime that is missing is a failure in CI alone', () => {
  const verdict = { runtime: 'bun', missing: 'not there' };

  expect(isFailure(verdict, true)).toBe(true);
  expect(isFailure(verdict, false)).toBe(false);
});
