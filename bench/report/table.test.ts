import { expect, it } from 'vitest';
import { table } from './table.js';

it('lines up text to the left and figures to the right', () => {
  const rows = [
    ['', 'µs', 'ratio'],
    ['lddpay', '50', '1.00'],
    ['fetch', '1200', '24.00'],
  ];

  expect(table(rows).split('\n')).toEqual([
    '          µs  ratio', //
    'lddpay    50   1.00',
    'fetch   1200  24.00',
  ]);
});
