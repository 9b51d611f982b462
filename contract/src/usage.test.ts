import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { UsageError } from '../../scripts/lib/arguments.js';
import { readArguments, USAGE } from './usage.js';

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

it.each(['../README.md', '../action.yml', '../../docs/guides/check-your-provider.md'])(
  'the usage explains each exit status in the words of %s',
  (path) => {
    const text = readFileSync(new URL(path, import.meta.url), 'utf8');
    const [, list = ''] = /^Exit status:\n(.*?)^\w/ms.exec(USAGE) ?? [];
    const [, ...meanings] = list
      .split(/^ {2}(?:129, 130, 14)?\d /m)
      .map((meaning) => meaning.trim().replace(/\s+/g, ' '));

    expect(meanings).toHaveLength(4);
    // Without a report, the action ends with 2.
    const own = path === '../action.yml' ? meanings.slice(0, 3) : meanings;
    expect(own.filter((meaning) => !text.includes(meaning))).toEqual([]);
  },
);

it.each(['LDDPAY_CLIENT_SECRET=secret-7', 'secret-7'])(
  'readArguments does not show the unexpected argument %s, which can be a secret',
  (argument) => {
    expect(() => readArguments([argument])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret-7') }),
    );
    expect(() => readArguments([argument])).toThrow(UsageError);
  },
);
