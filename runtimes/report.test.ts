import { expect, it } from 'vitest';
import { renderReport } from './report.js';

const NODE = { runtime: 'node20', version: '20.19.0', passed: 50, ms: 4321, failures: [], differences: [] };

it('has a line for each runtime, followed by what deviates', () => {
  const report = renderReport([
    NODE,
    {
      runtime: 'bun',
      version: '1.4.5',
      passed: 48,
      ms: 99,
      failures: ['it pays: no'],
      differences: ['it waits: never'],
    },
    { runtime: 'browser', missing: 'there is no browser' },
  ]);

  expect(report.split('\n')).toEqual([
    'runtime  version  passed  failed  differs    ms',
    'node20   20.19.0      50       0        0  4321',
    'bun      1.4.5        48       1        1    99',
    'browser  skipped',
    '',
    'bun fails: it pays: no',
    'bun differs: it waits: never',
    'browser is skipped: there is no browser',
  ]);
});

it('has the table alone when nothing deviates', () => {
  expect(renderReport([NODE]).split('\n')).toHaveLength(2);
});
