import { expect, it } from 'vitest';
import { readArguments } from './usage.js';

it('readArguments chooses text and a pause of 300 ms by default', () => {
  expect(readArguments([])).toEqual({ format: 'text', pause: 300, version: false });
  expect(readArguments(['--markdown', '--pause', '1000'])).toEqual({
    format: 'markdown',
    pause: 1000,
    version: false,
  });
});

it('readArguments returns undefined for --help', () => {
  expect(readArguments(['--json', '--help'])).toBeUndefined();
});

it.each([
  ['--pause', 'long'],
  ['--pause', '-1'],
  ['--pause', '5001'],
  ['--xml'],
  ['report.md'],
  ['--json', '--markdown'],
])('readArguments rejects %s %s', (...args) => {
  expect(() => readArguments(args)).toThrow();
});
