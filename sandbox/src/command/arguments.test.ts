import { describe, expect, it } from 'vitest';
import { readOptions } from '../options.js';
import { readArguments, toKebabCase, USAGE, UsageError } from './arguments.js';

const LISTEN = { port: 4010, host: '127.0.0.1', allowedHosts: [], cors: [] };

it.each<[string[], object]>([
  [[], {}],
  [['--port', '0', '--host', '::1'], { listen: { ...LISTEN, port: 0, host: '::1' } }],
  [['--port=65535'], { listen: { ...LISTEN, port: 65_535 } }],
  [
    ['--allowed-host', 'sandbox', '--allowed-host=.example.com'],
    { listen: { ...LISTEN, allowedHosts: ['sandbox', '.example.com'] } },
  ],
  [
    ['--cors', 'http://localhost:5173', '--cors', 'https://shop.example'],
    { listen: { ...LISTEN, cors: ['http://localhost:5173', 'https://shop.example'] } },
  ],
  [['--capture-delay', '1500', '--seed', '7'], { sandbox: { captureDelay: 1500, seed: 7 } }],
  [['--seed=0'], { sandbox: { seed: 0 } }],
  [['--seed=-17'], { sandbox: { seed: -17 } }],
  [['--token-lifetime', '60'], { sandbox: { tokenLifetime: 60 } }],
  [['--refund-amount-unit=major'], { sandbox: { refundAmountUnit: 'major' } }],
  [['--client-id', 'a', '--client-secret', 'b'], { sandbox: { clientId: 'a', clientSecret: 'b' } }],
  [['--site-identifier=S1', '--signing-secret=c'], { sandbox: { siteIdentifier: 'S1', signingSecret: 'c' } }],
  [['--key-lifetime', '60000', '--strict-keys'], { sandbox: { keyLifetime: 60_000, strictKeys: true } }],
  [['--open'], { open: true }],
  [['-h'], { help: true }],
  [['--help', '--version'], { help: true, version: true }],
])('reads the arguments %j', (args, expected) => {
  const defaults = { sandbox: {}, listen: LISTEN, open: false, help: false, version: false };

  expect(readArguments(args)).toEqual({ ...defaults, ...expected });
});

describe('readArguments', () => {
  it.each([
    [['--port', 'http'], "--port must be an integer from 0 to 65535, not 'http'."],
    [['--port', '65536'], "--port must be an integer from 0 to 65535, not '65536'."],
    [['--port=-1'], "--port must be an integer from 0 to 65535, not '-1'."],
    [['--port='], "--port must be an integer from 0 to 65535, not ''."],
    [['--port', '0x10'], "--port must be an integer from 0 to 65535, not '0x10'."],
    [['--capture-delay', '1.5'], '--capture-delay must be an integer from 0 to '],
    [
      ['--seed', '99999999999999999999'],
      '--seed must be an integer from -9007199254740991 to 9007199254740991, ',
    ],
    [['--seed='], '--seed must be an integer'],
    [['--token-lifetime', '0'], '--token-lifetime must be an integer from 1 to '],
    [['--token-lifetime', '1e99'], '--token-lifetime must be an integer from 1 to '],
    [['--host', ''], '--host must be a non-empty string.'],
    [['--allowed-host', 'http://evil.com'], '--allowed-host must be a host name such as sandbox or'],
    [['--refund-amount-unit', 'cents'], "--refund-amount-unit must be 'minor' or 'major'."],
    [['--key-lifetime=-1'], '--key-lifetime must be an integer from 0 to 315360000000, '],
    [['--capture-delay=315360000001'], '--capture-delay must be an integer from 0 to 315360000000, '],
    [['--token-lifetime=315360001'], '--token-lifetime must be an integer from 1 to 315360000, '],
    [['--strict-keys=true'], '--strict-keys'],
    [['--client-id='], '--client-id must be a non-empty string.'],
    [['--signing-secret='], '--signing-secret must be a non-empty string.'],
    [['--cors', '*'], "--cors must be an origin such as http://localhost:5173, not '*'."],
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

it('has a flag for every option of the library, and describes every flag in the usage', () => {
  const options = Object.keys(readOptions({})).filter((name) => name !== 'now');
  const flags = [
    ...options.map(toKebabCase),
    'port',
    'host',
    'allowed-host',
    'cors',
    'open',
    'help',
    'version',
  ];

  for (const flag of flags) expect(USAGE).toContain(`  --${flag} `);
  for (const flag of USAGE.match(/^ {2}--[\w-]+/gm) ?? []) expect(flags).toContain(flag.trim().slice(2));
  expect(USAGE.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
