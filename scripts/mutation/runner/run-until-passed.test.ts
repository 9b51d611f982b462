import { expect, it } from 'vitest';
import { runUntilPassed } from './run-until-passed.js';

/** Runs a file that fails some times before it passes. */
async function runAfter(failures: number) {
  const lines: string[] = [];
  let runs = 0;
  const run = async ([failed]: readonly string[]) => {
    runs += 1;
    return runs > failures ? { failed: undefined, detail: '' } : { failed, detail: 'timed out' };
  };
  const result = await runUntilPassed({ run }, ['a.test.ts'], (line) => lines.push(line));
  return { result, runs, lines };
}

it('runUntilPassed runs files that pass once', async () => {
  expect(await runAfter(0)).toMatchObject({ result: { failed: undefined }, runs: 1, lines: [] });
});

it('runUntilPassed runs a file again that fails, and says so', async () => {
  expect(await runAfter(2)).toEqual({
    result: { failed: undefined, detail: '' },
    runs: 3,
    lines: [
      'a.test.ts fails without a mutant, attempt 1 of 3: timed out. It runs again',
      'a.test.ts fails without a mutant, attempt 2 of 3: timed out. It runs again',
    ],
  });
});

it('runUntilPassed returns the failure of a file that fails three times', async () => {
  const { result, runs } = await runAfter(3);

  expect(result).toEqual({ failed: 'a.test.ts', detail: 'timed out' });
  expect(runs).toBe(3);
});
