import { describe, expect, it } from 'vitest';
import { UsageError } from '../scripts/lib/arguments.js';
import { readOptions, SECTIONS, USAGE } from './options.js';

describe('readOptions', () => {
  it.each([
    [[], { quick: false, sections: SECTIONS }],
    [['--quick'], { quick: true, sections: SECTIONS }],
    [['--only', 'sandbox'], { quick: false, sections: ['sandbox'] }],
    [['--only=million', '--only', 'calls'], { quick: false, sections: ['calls', 'million'] }],
  ])('reads from %j what to measure', (args, expected) => {
    expect(readOptions(args)).toEqual(expected);
  });

  it.each(['-h', '--help'])('returns undefined for %s', (help) => {
    expect(readOptions([help])).toBeUndefined();
  });

  it.each([
    [['--only', 'weather'], "There is no section 'weather'."],
    [['--only'], '--only <value>'],
    [['--fast'], "Unknown option '--fast'"],
    [['calls'], "Unexpected argument 'calls'"],
  ])('rejects %j and says why', (args, message) => {
    const read = () => readOptions(args);

    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});

it('the usage names every option and every section', () => {
  for (const option of ['--quick', '--only', '--help']) expect(USAGE).toContain(`\n  ${option} `);
  for (const section of SECTIONS) expect(USAGE).toContain(section);
});
