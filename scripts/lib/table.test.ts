import { expect, it } from 'vitest';
import { renderTable } from './table.js';

it('aligns text to the left and figures to the right', () => {
  const rows = [
    ['', 'µs', 'ratio'],
    ['lddpay', '50', '1.00'],
    ['fetch', '1200', '24.00'],
  ];

  expect(renderTable(rows).split('\n')).toEqual([
    '          µs  ratio', //
    'lddpay    50   1.00',
    'fetch   1200  24.00',
  ]);
});

it('aligns as many columns to the left as hold text, without spaces at the end', () => {
  const rows = [
    ['node20', '20.19.0', '50'],
    ['page', 'skipped'],
    ['bun', '1.4.5', '8'],
  ];

  expect(renderTable(rows, 2).split('\n')).toEqual([
    'node20  20.19.0  50', //
    'page    skipped',
    'bun     1.4.5     8',
  ]);
});

it('is empty without rows', () => {
  expect(renderTable([])).toBe('');
});
