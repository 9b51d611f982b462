import { describe, expect, it } from 'vitest';
import { chooseFlag, parseArguments, readInteger, selectNames, UsageError } from './arguments.js';

const SYNTAX = {
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
  positionals: ['FILE'],
} as const;

describe('parseArguments', () => {
  it('returns options and positional arguments, in any order', () => {
    const parsed = parseArguments(['--only', 'a', 'page.json', '--only=b', '--write'], SYNTAX);

    expect(parsed).toEqual({ values: { write: true, only: ['a', 'b'] }, positionals: ['page.json'] });
  });

  it('returns the defaults of options that are left out', () => {
    expect(parseArguments(['page.json'], SYNTAX)?.values).toEqual({ write: false });
  });

  it.each([[['--help']], [['-h']], [['page.json', '--help']]])('returns undefined for %j', (args) => {
    expect(parseArguments(args, SYNTAX)).toBeUndefined();
  });

  it.each([
    ['an unknown option', ['page.json', '--force'], "Unknown option '--force'"],
    ['an unknown option next to --help', ['--force', '--help'], "Unknown option '--force'"],
    ['an option without its value', ['page.json', '--only'], '--only <value>'],
    ['a value for a flag', ['page.json', '--write=yes'], 'does not take an argument'],
    ['a missing argument', [], 'FILE is missing.'],
    ['one argument too many', ['a.json', 'b.json'], "Unexpected argument 'b.json'."],
  ])('rejects %s', (_what, args, message) => {
    const parse = () => parseArguments(args, SYNTAX);

    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
  });

  it('rejects any argument when a command takes none', () => {
    expect(parseArguments([])).toEqual({ values: {}, positionals: [] });
    expect(() => parseArguments(['now'])).toThrow("Unexpected argument 'now'");
  });
});

describe('chooseFlag', () => {
  it('returns the flag that is set, or undefined', () => {
    expect(chooseFlag({ json: true, markdown: false })).toBe('json');
    expect(chooseFlag({ json: undefined, markdown: false })).toBeUndefined();
  });

  it('rejects two flags of a group', () => {
    expect(() => chooseFlag({ json: true, markdown: true })).toThrow('Choose one of --json, --markdown.');
  });
});

describe('selectNames', () => {
  const NAMES = ['calls', 'packages', 'sandbox'] as const;

  it('returns the selected names in the order of all names', () => {
    expect(selectNames(['sandbox', 'calls'], NAMES, 'section')).toEqual(['calls', 'sandbox']);
  });

  it('returns all names when none is selected', () => {
    expect(selectNames([], NAMES, 'section')).toEqual(NAMES);
  });

  it('rejects a name that does not exist', () => {
    const select = () => selectNames(['weather'], NAMES, 'section');

    expect(select).toThrow(UsageError);
    expect(select).toThrow("There is no section 'weather'.");
  });
});

describe('readInteger', () => {
  it('returns an integer of up to nine digits', () => {
    expect(readInteger('--lives', '1', 1)).toBe(1);
    expect(readInteger('--seed', '999999999', 0)).toBe(999_999_999);
  });

  it.each(['0', '', '-1', '1.5', '1e3', '1000000000', 'many'])('rejects %j', (text) => {
    const read = () => readInteger('--lives', text, 1);

    expect(read).toThrow(UsageError);
    expect(read).toThrow('--lives must be an integer of at least 1, with at most nine digits.');
  });
});
