import { describe, expect, it } from 'vitest';
import { readArguments, UsageError, usageOf } from './arguments.js';

const NAMES = ['node20', 'page'];

it.each<[string[], string[]]>([
  [[], []],
  [['--only', 'page'], ['page']],
  [
    ['--only=node20', '--only', 'page'],
    ['node20', 'page'],
  ],
])('reads from %j which runtimes to test', (args, only) => {
  expect(readArguments(args, NAMES)).toEqual({ only });
});

it.each(['-h', '--help'])('gives nothing to do for %s', (help) => {
  expect(readArguments([help], NAMES)).toBeUndefined();
});

describe('says what is wrong with', () => {
  it.each([
    [['--only', 'netscape'], "There is no runtime 'netscape'."],
    [['--only'], '--only <value>'],
    [['--olny', 'page'], "Unknown option '--olny'"],
    [['page'], "Unexpected argument 'page'"],
  ])('%j', (args, message) => {
    const read = () => readArguments(args, NAMES);

    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});

it('tells in the usage of every option and runtime', () => {
  for (const word of ['--only', '--help', ...NAMES]) expect(usageOf(NAMES)).toContain(word);
});
