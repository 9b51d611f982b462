import { describe, expect, it } from 'vitest';
import { readToken } from './token.js';

const REQUESTED_AT = 7_000;

/** Reads a token with these fields, and returns its lifetime in s or the name of the unusable field. */
function readLifetime(fields: Readonly<Record<string, unknown>>): number | string {
  const token = readToken({ access_token: 'a', token_type: 'Bearer', ...fields }, REQUESTED_AT);
  return typeof token === 'string' ? token : (token.expiresAt - REQUESTED_AT) / 1000;
}

describe('the lifetime of a token', () => {
  it.each<[unknown, number]>([
    [3600, 3600],
    [0.5, 0.5],
    ['3600', 3600],
    [' 3600 ', 3600],
    ['3600.0', 3600],
  ])('is %j when `expires_in` is that many seconds', (expires_in, lifetime) => {
    expect(readLifetime({ expires_in })).toBe(lifetime);
  });

  it.each([undefined, null])('is 5 minutes when `expires_in` is %j', (expires_in) => {
    expect(readLifetime({ expires_in })).toBe(300);
    expect(readLifetime({})).toBe(300);
  });

  it.each([1e12, '9'.repeat(400), Number.MAX_VALUE, Number.POSITIVE_INFINITY])(
    'is shorter than the longest timer when `expires_in` is %j',
    (expires_in) => {
      expect(Number(readLifetime({ expires_in })) * 1000).toBeLessThan(2 ** 31);
      expect(Number(readLifetime({ expires_in }))).toBeGreaterThan(20 * 24 * 3600);
    },
  );

  it.each([
    'soon',
    '',
    ' ',
    '-60',
    '1 hour',
    '2026-01-01T00:00:00Z',
    -60,
    0,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    true,
    [3600],
    { seconds: 3600 },
    3600n,
  ])('cannot be read when `expires_in` is %o', (expires_in) => {
    expect(readLifetime({ expires_in })).toBe('expires_in');
  });
});

describe('the renewal of a token', () => {
  it.each([
    ['one minute before the end of an hour', 3600, 3540],
    [
      'one minute before the end of the shortest lifetime for which a minute is not more than a tenth',
      600,
      540,
    ],
    ['after nine tenths of a shorter lifetime', 100, 90],
    ['after nine tenths of a lifetime of 5 minutes, which is that of a token without one', undefined, 270],
  ])('is due %s', (_, expires_in, seconds) => {
    const renewAt = REQUESTED_AT + seconds * 1000;

    expect(readToken({ access_token: 'a', expires_in }, REQUESTED_AT)).toMatchObject({ renewAt });
  });
});

describe('the type of a token', () => {
  it.each(['Bearer', 'bearer', 'BEARER'])('can be %s', (token_type) => {
    expect(readToken({ access_token: 'a', token_type }, 0)).toMatchObject({ value: 'a' });
  });

  it.each([undefined, null])('is Bearer when `token_type` is %j', (token_type) => {
    expect(readToken({ access_token: 'a', token_type }, 0)).toMatchObject({ value: 'a' });
  });

  it.each<unknown>(['mac', 'DPoP', '', 'Bearer\n', 'not bearer', 1, {}, ['Bearer'], { toString: 1 }])(
    'cannot be %j',
    (token_type) => {
      expect(readToken({ access_token: 'a', token_type }, 0)).toBe('token_type');
    },
  );
});

describe('the value of a token', () => {
  it.each([
    ['visible ASCII', 'eyJ0.eyJ1c2Vy.c2ln-_~+/=='],
    ['8000 characters long', 'a'.repeat(8000)],
  ])('can be %s', (_, access_token) => {
    expect(readToken({ access_token }, 0)).toMatchObject({ value: access_token });
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['an object', { token: 'a' }],
    ['a list', ['a']],
    ['a number', 42],
    ['two lines', 'a\nb'],
    ['two words', 'a b'],
    ['not ASCII', 'é'],
    // nginx and Apache refuse header lines of more than 8 KiB.
    ['8001 characters long', 'a'.repeat(8001)],
  ])('cannot be %s', (_, access_token) => {
    expect(readToken({ access_token }, 0)).toBe('access_token');
  });

  it.each([undefined, null, 'token', 42, [], true])('cannot be read from %j', (issued) => {
    expect(readToken(issued, 0)).toBe('access_token');
  });
});
