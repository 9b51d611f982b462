import { describe, expect, it } from 'vitest';
import { FRAMING_HEADERS } from '../testing/fixtures.js';
import { isHeaderWord, readHeader, readHeaders } from './headers.js';

describe('isHeaderWord', () => {
  it.each(['a', 'order-17:v1', '!"#~', '0b2c4d'])('returns true for %j', (value) => {
    expect(isHeaderWord(value)).toBe(true);
  });

  it.each(['', ' ', 'two words', 'line\n', '\ttab', 'ü', '\x7f', undefined, null, 17, ['a']])(
    'returns false for %j',
    (value) => {
      expect(isHeaderWord(value)).toBe(false);
    },
  );
});

describe('readHeader', () => {
  it.each([
    ['a b', 'a b'],
    [' a b\t ', 'a b'],
    ['\t', ''],
    [null, undefined],
    [['a'], undefined],
  ])('reads %j as %j', (value, read) => {
    expect(readHeader({ get: () => value } as unknown as Headers, 'x-note')).toBe(read);
  });

  it('reads one that throws as empty', () => {
    const get = () => {
      throw new Error('not allowed');
    };
    expect(readHeader({ get }, 'x-note')).toBe('');
  });

  it('reads nothing without headers', () => {
    expect(readHeader(undefined, 'x-note')).toBeUndefined();
  });
});

describe('readHeaders', () => {
  it.each([
    ['a record', { 'X-Note': 'two words', 'x-empty': '', 'X-Latin': 'é' }],
    ['a Headers', new Headers({ 'X-Note': 'two words', 'x-empty': '', 'X-Latin': 'é' })],
    [
      'pairs',
      [
        ['X-Note', 'two words'],
        ['x-empty', ''],
        ['X-Latin', 'é'],
      ],
    ],
  ])('returns the headers of %s with lowercase names', (_, given) => {
    expect(readHeaders('headers', given)).toEqual({ 'x-note': 'two words', 'x-empty': '', 'x-latin': 'é' });
  });

  it('takes the last of the names that differ only in case', () => {
    expect(readHeaders('headers', { 'X-Note': '1', 'x-note': '2' })).toEqual({ 'x-note': '2' });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto'])('reads a header named %s', (name) => {
    const headers = readHeaders('headers', Object.fromEntries([[name, 'a']]), 'X-Key');

    expect(Object.entries(headers)).toEqual([[name.toLowerCase(), 'a']]);
  });

  it.each([
    ['', 'a'],
    ['__proto__', 'a'],
    ['X Note', 'a'],
    ['X-Note\n', 'a'],
    ['X-Nöte', 'a'],
    ['X-Note:', 'a'],
    ['X-Note', 'hush\r\nX-Other: 1'],
    ['X-Note', 'hush\n'],
    ['X-Note', ' hush'],
    ['X-Note', 'hush '],
    ['X-Note', ' '],
    ['X-Note', 'hush\thush'],
    ['X-Note', 'hush\0'],
    ['X-Note', 'hush\x7f'],
    ['X-Note', '🙂'],
    ['X-Note', 5],
    ['X-Note', undefined],
    ['X-Note', null],
    ['X-Note', ['hush']],
  ])('throws for %j with the value %j, and does not show the value', (name, value) => {
    for (const given of [Object.fromEntries([[name, value]]), [[name, value]]]) {
      expect(() => readHeaders('headers', given)).toThrow(
        expect.objectContaining({
          kind: 'config',
          message: expect.stringContaining(`\`headers\` must be an object without ${JSON.stringify(name)}, `),
        }),
      );
    }
  });

  it.each([...FRAMING_HEADERS, 'HOST'])('throws for %s, which the transport sets', (name) => {
    for (const given of [{ [name]: 'a' }, new Headers({ [name]: 'a' }), [[name, 'a']]]) {
      const shown = given instanceof Headers ? name.toLowerCase() : name;
      expect(() => readHeaders('headers', given)).toThrow(
        `\`headers\` must be an object without "${shown}", which is not valid or set by the client`,
      );
    }
  });

  it.each(['X-Key', 'x-key'])('throws for %s with the remedy', (name) => {
    expect(() => readHeaders('headers', { [name]: 'a' }, 'X-Key')).toThrow(
      `\`headers\` must be an object without "${name}", which is not valid or set by the client (see \`idempotencyKey\`).`,
    );
  });

  it.each(['Authorization', 'Host', 'a b', ''])('throws for "%s" without the remedy for a key', (name) => {
    for (const keyHeader of ['X-Key', undefined]) {
      expect(() => readHeaders('headers', { [name]: 'a' }, keyHeader)).toThrow(
        `\`headers\` must be an object without "${name}", which is not valid or set by the client.`,
      );
    }
  });

  it.each([' ', '\t', '\n', '\0', '\u001b', '"'])(
    'shows a name without card numbers, and without what controls a terminal: groups with %j between them',
    (separator) => {
      const number = Array(4).fill('4242').join(separator);
      expect(() => readHeaders('headers', { [`${number}\u202e\u0085\n`]: 'a' })).toThrow(
        '`headers` must be an object without "[redacted]??\\n", ',
      );
    },
  );

  it('throws for a name that JSON does not have', () => {
    expect(() => readHeaders('headers', [[1n, 'hush\n']])).toThrow(
      '`headers` must be an object without "1", ',
    );
  });

  it('reads the header of the key where none is named', () => {
    expect(readHeaders('headers', { 'X-Key': 'a' })).toEqual({ 'x-key': 'a' });
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'X-Note: a'],
    ['a number', 5],
    ['a list of numbers', [1, 2]],
    ['a flat list of a name and a value', ['X-Account', 'acct_1']],
    ['a flat list of two letters each', ['xy', 'ab']],
    [
      'a pair with two values',
      [
        ['X-Note', 'a'],
        ['X-Account', 'a', 'b'],
      ],
    ],
    ['a pair without a value', [['X-Account']]],
    ['a list with a name that cannot be a string', [[Object.create(null), 'a']]],
    ['a revoked proxy', revoked()],
    [
      'an object with a getter that throws',
      {
        get note() {
          throw new Error('hush');
        },
      },
    ],
  ])('throws for %s', (_, given) => {
    expect(() => readHeaders('headers', given)).toThrow(
      '`headers` must be an object, or pairs of a name and a value.',
    );
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
