import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readDate, readTime } from './moment.js';

describe('readTime', () => {
  it.each([
    ['no time', null],
    ['an object without a string form', { toString: 1, valueOf: 1 }],
    ['a list that is nested very deep', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
  ])('cannot read %s, and does not throw', (_name, time) => {
    expect(readTime(time)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('readDate', () => {
  const dateOf = (date: string) => readDate(new Headers({ date }));
  const TIME = Date.UTC(2026, 10, 8, 11, 53, 27);

  it.each([
    ['of RFC 5322', 'Sun, 08 Nov 2026 11:53:27 GMT'],
    ['of RFC 850', 'Sunday, 08-Nov-26 11:53:27 GMT'],
    ['of asctime', 'Sun Nov  8 11:53:27 2026'],
    ['with an offset', 'Sun, 08 Nov 2026 12:53:27 +0100'],
    ['of ISO 8601', '2026-11-08T11:53:27Z'],
  ])('reads the form %s, in any time zone of this machine', (_, date) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const zone of ['Asia/Tokyo', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone);
      expect(dateOf(date)).toBe(TIME);
    }
  });

  it.each([
    '',
    'yesterday',
    'Sun Nov 8 2026',
    'Sun, 08 Nov 2026 11:53:27 GMT, Sun, 08 Nov 2026 11:53:28 GMT',
  ])('reads no date in %j', (date) => {
    expect(dateOf(date)).toBeNaN();
  });
});
