import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';

describe('readArguments', () => {
  it.each([
    [['page.json'], { source: 'page.json', format: 'text', write: false }],
    [['--json', 'https://a/b'], { source: 'https://a/b', format: 'json', write: false }],
    [['page.json', '--markdown'], { source: 'page.json', format: 'markdown', write: false }],
    [['page.json', '--write', '--json'], { source: 'page.json', format: 'json', write: true }],
  ])('returns the page, the format and whether to write: %j', (args, expected) => {
    expect(readArguments(args)).toEqual(expected);
  });

  it.each([[['--help']], [['-h']], [['page.json', '--help']]])(
    'returns undefined for a request for help: %j',
    (args) => {
      expect(readArguments(args)).toBeUndefined();
    },
  );

  it.each([
    ['no page', [], 'FILE_OR_URL is missing.'],
    ['two pages', ['a.json', 'b.json'], "Unexpected argument 'b.json'."],
    ['two formats', ['a.json', '--json', '--markdown'], 'Choose one of --json, --markdown.'],
    ['an unknown option', ['a.json', '--force'], "Unknown option '--force'"],
    ['a value where none belongs', ['a.json', '--write=yes'], 'does not take an argument'],
  ])('rejects %s', (_what, args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
