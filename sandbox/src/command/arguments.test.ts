import { describe, expect, it } from 'vitest';
import { readArguments, USAGE, UsageError } from './arguments.js';

const DEFAULTS = {
  port: 4010,
  host: '127.0.0.1',
  captureDelay: 0,
  seed: undefined,
  help: false,
  version: false,
};

it.each<[string[], object]>([
  [[], {}],
  [['--port', '0', '--host', '::1'], { port: 0, host: '::1' }],
  [['--port=65535'], { port: 65_535 }],
  [['--capture-delay', '1500', '--seed', '7'], { captureDelay: 1500, seed: 7 }],
  [['--seed=0'], { seed: 0 }],
  [['-h'], { help: true }],
  [['--help', '--version'], { help: true, version: true }],
])('reads the arguments %j', (args, expected) => {
  expect(readArguments(args)).toEqual({ ...DEFAULTS, ...expected });
});

describe('readArguments', () => {
  it.each([
    [['--port', 'http'], "--port must be an integer from 0 to 65535, not 'http'."],
    [['--port', '65536'], "--port must be an integer from 0 to 65535, not '65536'."],
    [['--port=-1'], "--port must be an integer from 0 to 65535, not '-1'."],
    [['--port='], "--port must be an integer from 0 to 65535, not ''."],
    [['--port', '0x10'], "--port must be an integer from 0 to 65535, not '0x10'."],
    [['--capture-delay', '1.5'], '--capture-delay must be an integer from 0 to '],
    [['--seed', '99999999999999999999'], '--seed must be an integer from 0 to 9007199254740991, '],
    [['--seed='], '--seed must be an integer'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--port'], '--port <value>'],
    [['--help=yes'], '--help'],
    [['serve'], "Unexpected argument 'serve'"],
  ])('throws an error that names the wrong argument in %j', (args, message) => {
    const read = () => readArguments(args);

    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});

it('lists every option in the usage', () => {
  for (const option of ['--port', '--host', '--capture-delay', '--seed', '--help', '--version']) {
    expect(USAGE).toContain(`  ${option}`);
  }
});
