import { describe, expect, it } from 'vitest';
import {
  isWellFormed,
  mustBe,
  requireInteger,
  requireMilliseconds,
  requireOneOf,
  requireOptionalFunction,
  requireSignal,
  requireString,
  requireUrl,
  unknownName,
} from './checks.js';

/** What every check throws: an error that names the option and does not show its value. */
function expectRejection(check: () => unknown): void {
  expect(check).toThrow(expect.objectContaining({ kind: 'config', outcome: 'not_sent' }));
  expect(check).toThrow('`option`');
  expect(check).not.toThrow('hush');
}

describe.each([
  { name: 'mustBe', create: (name: string) => mustBe(name, 'free') },
  { name: 'unknownName', create: (name: string) => unknownName(name, ['a']) },
])('$name', ({ create }) => {
  it.each([
    ['metadata.größe-🔑', 'metadata.größe-🔑'],
    ['4242424242424242', '[redacted]'],
    ['card 4242-4242-4242-4242.x', 'card [redacted].x'],
    ['4242\u202e4242\u20284242\n4242', '[redacted]'],
    ['a\r\n2026 INFO \u001b[31mpaid\u202e\u0085\u2028', 'a??2026 INFO ?[31mpaid???'],
  ])('shows the name %j without card numbers, and without what controls a terminal', (name, shown) => {
    expect(create(name).message).toContain(`\`${shown}\``);
  });
});

describe('requireString', () => {
  it('returns a non-empty string', () => {
    expect(requireString('option', 'a')).toBe('a');
  });

  it.each(['a b', 'pässwörd €', '!"§$%&/()=?\'', '🔑'])('returns %s', (value) => {
    expect(requireString('option', value)).toBe(value);
  });

  it.each([
    undefined,
    null,
    '',
    0,
    ['hush'],
    { value: 'hush' },
    ' ',
    'hush\n',
    'hush\r\n',
    ' hush',
    'hush\t',
    'hush\u00a0',
    '\ufeffhush',
    'hush\u200b',
    'hu\nsh',
    'hu\0sh',
    'hu\x7fsh',
    'hush\ud800',
  ])('throws for %j', (value) => {
    expectRejection(() => requireString('option', value));
  });
});

describe('requireMilliseconds', () => {
  it.each([0.5, 1, 2 ** 31 - 1])('returns %d', (value) => {
    expect(requireMilliseconds('option', value)).toBe(value);
  });

  it.each([0, -1, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY, '1', null])('throws for %o', (value) => {
    expectRejection(() => requireMilliseconds('option', value));
  });
});

describe('requireInteger', () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])('returns %d, which is at least 0', (value) => {
    expect(requireInteger('option', value)).toBe(value);
  });

  it('throws for an integer below the minimum', () => {
    expect(requireInteger('option', 3, 3)).toBe(3);
    expectRejection(() => requireInteger('option', 2, 3));
  });

  it.each([-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', true, null])(
    'throws for %o',
    (value) => {
      expectRejection(() => requireInteger('option', value));
    },
  );
});

describe('requireOneOf', () => {
  it('returns one of the allowed strings', () => {
    expect(requireOneOf('option', 'a', ['a', 'b'])).toBe('a');
  });

  it('throws for any other string, and lists the allowed ones', () => {
    expectRejection(() => requireOneOf('option', 'hush', ['a', 'b']));
    expect(() => requireOneOf('option', 'hush', ['a', 'b'])).toThrow('one of a, b.');
  });
});

describe('requireOptionalFunction', () => {
  it('returns a function or undefined', () => {
    const given = () => {};
    expect(requireOptionalFunction('option', given)).toBe(given);
    expect(requireOptionalFunction('option', undefined)).toBeUndefined();
  });

  it.each([null, 'hush', {}, 0])('throws for %o', (value) => {
    expectRejection(() => requireOptionalFunction('option', value));
  });
});

describe('requireSignal', () => {
  it('returns an AbortSignal, also of another realm', () => {
    const { signal } = new AbortController();
    expect(requireSignal('option', signal)).toBe(signal);
    const listen = () => {};
    const other = { aborted: false, addEventListener: listen, removeEventListener: listen };
    expect(requireSignal('option', other)).toBe(other);
  });

  it.each([
    undefined,
    null,
    {},
    { aborted: false },
    { aborted: {}, addEventListener: () => {}, removeEventListener: () => {} },
    // It would fail when the response is there.
    { aborted: false, addEventListener: () => {} },
    'signal',
    () => {},
  ])('throws for %o', (value) => {
    expectRejection(() => requireSignal('option', value));
  });

  it('throws for an object that throws when it is read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();

    expectRejection(() => requireSignal('option', Object.create(AbortSignal.prototype)));
    expectRejection(() => requireSignal('option', proxy));
  });
});

describe('isWellFormed', () => {
  it.each(['', 'a', 'Zoë 🙂', '\u{10ffff}'])('returns true for %j', (text) => {
    expect(isWellFormed(text)).toBe(true);
  });

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('returns false for %j', (text) => {
    expect(isWellFormed(text)).toBe(false);
  });
});

describe('requireUrl', () => {
  it.each([
    { url: 'https://api.example.com', normalized: 'https://api.example.com/' },
    { url: 'HTTP://API.example.com:80/v2', normalized: 'http://api.example.com/v2' },
    { url: 'http://localhost:4010/v2/', normalized: 'http://localhost:4010/v2/' },
  ])('returns $url in its normal form', ({ url, normalized }) => {
    expect(requireUrl('option', url)).toBe(normalized);
  });

  it.each([
    undefined,
    '',
    42,
    '/api',
    'api.example.com',
    'ftp://hush.example.com',
    'https://user:hush@api.example.com',
    'https://hush@api.example.com',
    'https://api.example.com?a=hush',
    'https://api.example.com?',
    'https://api.example.com#hush',
    'https://api.example.com/hush\n',
    ' https://api.example.com/hush',
    'https://api.example.com/hu\tsh',
    'https://api.example.com/hush\u200b',
  ])('throws for %o', (value) => {
    expectRejection(() => requireUrl('option', value));
  });
});
