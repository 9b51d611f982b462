import { expect, it } from 'vitest';
import { renderSlowestFiles } from './slowest-files.js';

it('lists the twenty files with the most processor time, and the sum of all', () => {
  const files = Array.from({ length: 30 }, (_, index) => ({
    file: `src/file-${index}.test.ts`,
    project: 'fetch',
    cpuSeconds: index / 2,
    seconds: 100 - index,
  }));
  const lines = renderSlowestFiles(files).split('\n');

  expect(lines).toHaveLength(22);
  expect(lines.slice(0, 3).map((line) => line.split(/ +/))).toEqual([
    ['test', 'file', 'project', 'CPU', 's', 's'],
    ['src/file-29.test.ts', 'fetch', '14.5', '71.0'],
    ['src/file-28.test.ts', 'fetch', '14.0', '72.0'],
  ]);
  expect(lines.at(-1)?.split(/ +/)).toEqual(['all', '30', '217.5']);
});
