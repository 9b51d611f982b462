import { describe, expect, it } from 'vitest';
import { containsSecret, redact } from './redact.js';

const SECRET = 'Hush "quoted" +äöü&(!)';

describe('containsSecret', () => {
  it.each<[form: string, text: string]>([
    ['as it is', `sent ${SECRET}!`],
    ['in capitals', SECRET.toUpperCase()],
    ['in lower case', SECRET.toLowerCase()],
    ['as JSON escapes it', JSON.stringify({ client_secret: SECRET })],
    ['as a form encodes it', `grant_type=x&${new URLSearchParams({ client_secret: SECRET })}`],
    ['as a URL encodes it', `https://a.test/b?c=100%&client_secret=${encodeURIComponent(SECRET)}&d=e`],
  ])('finds a secret %s', (_, text) => {
    expect(containsSecret(text, ['other', SECRET])).toBe(true);
  });

  it('finds a secret of which a URL encodes only what it must', () => {
    expect(containsSecret('https://a.test/b?client_secret=p&w%20d', ['p&w d'])).toBe(true);
    expect(containsSecret('https://a.test/b?client_secret=p+w%3Cd', ['p+w<d'])).toBe(true);
  });

  it('finds nothing in other strings, and takes secrets of any content', () => {
    expect(containsSecret('fetch failed', [SECRET, '\ud800', '%', '(['])).toBe(false);
    expect(containsSecret('', [])).toBe(false);
    expect(containsSecret('100 % of C:\\ + more', [SECRET, 'other'])).toBe(false);
  });
});

describe('redact', () => {
  it('replaces a string with a secret as a whole', () => {
    expect(redact(`port 12345, cvv 234`, ['234'])).toBe('[redacted]');
  });

  it.each([
    '4242424242424242',
    '4242-4242-4242-4242',
    '4242 4242 4242 4242',
    '4242_4242_4242_4242',
    '4242.4242.4242.4242',
    '4242:4242:4242:4242',
    '4242--4242--4242--4242',
    '3782-822463-10005',
  ])('replaces the card number %s', (number) => {
    expect(redact(`card_${number}_invalid`, [])).toBe('card_[redacted]_invalid');
    expect(redact(`card.${number}`, [])).toBe('card.[redacted]');
    expect(redact(`"number":"${number}","cvv"`, [])).toBe('"number":"[redacted]","cvv"');
  });

  it.each([
    'connect ECONNREFUSED 192.168.100.200:65535',
    'connect ECONNREFUSED 127.0.0.1:54321 - Local (127.0.0.1:0)',
    'read ETIMEDOUT',
    'at 2026-11-26T10:00:00.000Z',
    'amount_invalid_12345',
  ])('leaves "%s" as it is', (text) => {
    expect(redact(text, ['secret'])).toBe(text);
  });
});
