import { expect, it } from 'vitest';
import { readArguments, SECTIONS, USAGE } from './arguments.js';

it.each([
  [[], { quick: false, sections: SECTIONS }],
  [['--quick'], { quick: true, sections: SECTIONS }],
  [['--only', 'sandbox'], { quick: false, sections: ['sandbox'] }],
  [['--only=million', '--only', 'calls'], { quick: false, sections: ['calls', 'million'] }],
])('reads from %j what to measure', (args, expected) => {
  expect(readArguments(args)).toEqual(expected);
});

it.each(['-h', '--help'])('gives nothing to do for %s', (help) => {
  expect(readArguments([help])).toBeUndefined();
});

it.each([
  [['--only', 'weather'], "There is no section 'weather'."],
  [['--only'], '--only <value>'],
  [['--fast'], "Unknown option '--fast'"],
  [['calls'], "Unexpected argument 'calls'"],
])('says what is wrong with %j', (args, message) => {
  const read = () => readArguments(args);

  expect(read).toThrow(TypeError);
  expect(read).toThrow(message);
});

it('tells in the usage of every option and section', () => {
  for (const option of ['--quick', '--only', '--help']) expect(USAGE).toContain(`\n  ${option} `);
  for (const section of SECTIONS) expect(USAGE).toContain(section);
});
