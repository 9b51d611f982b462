import { expect, it } from 'vitest';
import { tableOf } from './table.js';

const COUNTS = { failures: [], differences: [] };

it('has a line for each runtime, and below them what to know', () => {
  const table = tableOf([
    { runtime: 'node20', version: '20.19.0', passed: 50, ms: 4321, ...COUNTS },
    {
      runtime: 'bun',
      version: '1.4.5',
      passed: 48,
      ms: 99,
      failures: ['it pays: no'],
      differences: ['it waits: never'],
    },
    { runtime: 'page', missing: 'there is no browser' },
  ]);

  expect(table.split('\n')).toEqual([
    'runtime  version  passed  failed  differs    ms',
    'node20   20.19.0      50       0        0  4321',
    'bun      1.4.5        48       1        1    99',
    'page     skipped',
    '',
    'bun fails: it pays: no',
    'bun differs: it waits: never',
    'page is skipped: there is no browser',
  ]);
});

it('has nothing below it when there is nothing to know', () => {
  const table = tableOf([{ runtime: 'node20', version: '20.19.0', passed: 50, ms: 4321, ...COUNTS }]);

  expect(table.split('\n')).toHaveLength(2);
});
