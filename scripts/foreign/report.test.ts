import { expect, it } from 'vitest';
import { renderReport } from './report.js';

it('renders a row for each tool, and a line for each limitation and difference', () => {
  const results = [
    { name: 'msw', version: '0.6.1', seconds: 1.25, fulfilled: 2, limited: [], differences: [] },
    {
      name: 'orval',
      version: '7.13.2',
      seconds: 4,
      fulfilled: 0,
      limited: ['a is b'],
      differences: ['c is d'],
    },
  ];
  expect(renderReport(results).split('\n')).toEqual([
    'tool   version  as wanted  limited  differs    s',
    'msw    0.6.1            2        0        0  1.3',
    'orval  7.13.2           0        1        1  4.0',
    '',
    'orval is limited: a is b',
    'orval differs: c is d',
  ]);
});
