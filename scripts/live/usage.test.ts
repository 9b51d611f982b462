import { expect, it } from 'vitest';
import { readArguments } from './usage.js';

it('the command prints for people and sends a few requests a second, unless told otherwise', () => {
  expect(readArguments([])).toEqual({ format: 'text', pause: 300 });
  expect(readArguments(['--markdown', '--pause', '1000'])).toEqual({
    format: 'markdown',
    pause: 1000,
  });
});

it('the command has nothing to do when it is asked for help', () => {
  expect(readArguments(['--json', '--help'])).toBeUndefined();
});

it.each([
  ['--pause', 'long'],
  ['--pause', '-1'],
  ['--pause', '5001'],
  ['--xml'],
  ['report.md'],
  ['--json', '--markdown'],
])('the command does not take %s %s', (...args) => {
  expect(() => readArguments(args)).toThrow();
});
