import { describe, expect, it } from 'vitest';
import { UsageError } from '../scripts/lib/arguments.js';
import { readOptions, USAGE } from './options.js';
import { RUNTIME_NAMES } from './runtimes.js';

describe('readOptions', () => {
  it.each<[string[], readonly string[]]>([
    [[], RUNTIME_NAMES],
    [['--only', 'browser'], ['browser']],
    [
      ['--only=browser', '--only', 'node20'],
      ['node20', 'browser'],
    ],
  ])('reads from %j which runtimes to test', (args, runtimes) => {
    expect(readOptions(args)).toEqual({ runtimes });
  });

  it.each(['-h', '--help'])('returns undefined for %s', (help) => {
    expect(readOptions([help])).toBeUndefined();
  });

  it.each([
    [['--only', 'netscape'], "There is no runtime 'netscape'."],
    [['--only'], '--only <value>'],
    [['--olny', 'browser'], "Unknown option '--olny'"],
    [['browser'], "Unexpected argument 'browser'"],
  ])('rejects %j and says why', (args, message) => {
    const read = () => readOptions(args);

    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});

it('the usage names every option and every runtime', () => {
  for (const word of ['--only', '--help', ...RUNTIME_NAMES]) expect(USAGE).toContain(word);
});
