import { describe, expect, it } from 'vitest';
import { digitsOf, encodingsOf } from './secret-patterns.js';

const SECRET = 'hush>client?secret-1';
const CARD = '4929837465019284';
const finds = (pattern: string, text: string) => new RegExp(pattern).test(text);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const percent = (text: string) =>
  text.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);

describe('encodingsOf', () => {
  it.each([
    ['as it is', `secret=${SECRET}&`],
    ['as a component of a URL', encodeURIComponent(SECRET)],
    ['percent-encoded whole', percent(SECRET)],
    ['percent-encoded in capitals', percent(SECRET).replace(/%../g, (code) => code.toUpperCase())],
    ['in Base64', base64(SECRET)],
    ['in Base64 of a URL', base64url(SECRET)],
    ['in percent-encoded Base64', encodeURIComponent(base64(SECRET))],
  ])('finds a secret %s', (_how, text) => {
    expect(finds(encodingsOf(SECRET), `a ${text} b`)).toBe(true);
  });

  it.each(['ack:', 'ack_campaign:', 'an id:', 'id:', ':', ''])(
    'finds it in Base64 after %j, wherever that ends',
    (before) => {
      for (const after of ['', 'x', 'xy', 'xyz']) {
        expect(finds(encodingsOf(SECRET), base64(before + SECRET + after))).toBe(true);
        expect(finds(encodingsOf(SECRET), base64url(before + SECRET + after))).toBe(true);
      }
    },
  );

  it('finds no other text', () => {
    for (const text of ['hush>client?secret-2', 'Hush>client?secret-1', base64('hush>client?sEcret-1'), ''])
      expect(finds(encodingsOf(SECRET), text)).toBe(false);
  });
});

describe('digitsOf', () => {
  it.each([
    CARD,
    '4929 8374 6501 9284',
    '4929-8374-6501-9284',
    '4929.8374.6501.9284',
    '4929%208374%206501%209284',
    '4929+8374+6501+9284',
    '4929\u00a08374\u00a06501\u00a09284',
    '4 9 2 9 8 3 7 4 6 5 0 1 9 2 8 4',
    percent(CARD),
    base64(CARD),
    base64(`number=${CARD}&`),
    base64url(JSON.stringify({ card: { number: '4929 8374 6501 9284' } })),
    base64('a 4929-8374-6501-9284'),
  ])('finds the card number in %s', (text) => {
    expect(finds(digitsOf(CARD), `the card ${text} was declined`)).toBe(true);
  });

  it.each(['4929 8374 6501 9285', '4929837465019', '**** **** **** 9284', '49298374 and 65019284'])(
    'finds none in %s',
    (text) => {
      expect(finds(digitsOf(CARD), text)).toBe(false);
    },
  );
});
