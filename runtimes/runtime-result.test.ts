import { describe, expect, it } from 'vitest';
import { isFailure, summarizeRun } from './runtime-result.js';

const passed = { name: 'it pays', ms: 20, left: 1 };
const failed = { name: 'it refunds', ms: 5, left: 0, failure: 'Error: it does not' };
const KNOWN = { 'it refunds': 'there is no clock' };

describe('summarizeRun', () => {
  it('counts passes, and lists failures with their reasons', () => {
    const result = summarizeRun('bun', '1.0', { results: [passed, failed] });

    expect(result).toMatchObject({ runtime: 'bun', version: '1.0', passed: 1, ms: 25, differences: [] });
    expect(result).toMatchObject({ failures: ['it refunds: Error: it does not'] });
    expect(isFailure(result, false)).toBe(true);
  });

  it('lists a known difference apart from failures, with its reason', () => {
    const result = summarizeRun('bun', '1.0', { results: [passed, failed] }, KNOWN);

    expect(result).toMatchObject({
      passed: 1,
      failures: [],
      differences: ['it refunds: there is no clock'],
    });
    expect(isFailure(result, true)).toBe(false);
  });

  it('reports a known difference that passes as a failure', () => {
    const result = summarizeRun('bun', '1.0', { results: [{ name: 'it refunds', ms: 5, left: 0 }] }, KNOWN);

    expect(result).toMatchObject({ passed: 0, differences: [] });
    expect(result).toMatchObject({ failures: [expect.stringContaining('it refunds: passes now')] });
  });

  it('reports a crash as a failure', () => {
    const result = summarizeRun('bun', '1.0', { results: [passed], crash: 'it exited with 1' });

    expect(result).toMatchObject({ passed: 1, failures: ['it exited with 1'] });
    expect(isFailure(result, false)).toBe(true);
  });

  it('reports a run without results as a failure', () => {
    expect(isFailure(summarizeRun('bun', '1.0', { results: [] }), false)).toBe(true);
  });
});

describe('isFailure', () => {
  it('accepts a missing runtime except in CI', () => {
    const result = { runtime: 'bun', missing: 'not there' };

    expect(isFailure(result, true)).toBe(true);
    expect(isFailure(result, false)).toBe(false);
  });
});
