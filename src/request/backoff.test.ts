import { describe, expect, it, onTestFinished } from 'vitest';
import { backOff, inFlightBackOff, retryAfter } from './backoff.js';

const ALMOST_ONE = 1 - Number.EPSILON;

describe('backOff', () => {
  it.each([
    { retries: 0, max: 500 },
    { retries: 1, max: 1_000 },
    { retries: 2, max: 2_000 },
    { retries: 3, max: 4_000 },
    { retries: 4, max: 8_000 },
    { retries: 5, max: 8_000 },
    { retries: 2_000, max: 8_000 },
  ])('returns 0 to $max ms after $retries retries', ({ retries, max }) => {
    expect(backOff(retries, 0)).toBe(0);
    expect(backOff(retries, 0.25)).toBe(max / 4);
    expect(backOff(retries, ALMOST_ONE)).toBeLessThan(max);
    expect(backOff(retries, ALMOST_ONE)).toBeCloseTo(max, 5);
  });
});

describe('inFlightBackOff', () => {
  it.each([
    { retries: 0, min: 2_000, max: 2_500 },
    { retries: 1, min: 4_000, max: 5_000 },
    { retries: 2, min: 8_000, max: 10_000 },
    { retries: 2_000, min: 8_000, max: 16_000 },
  ])('returns $min to $max ms after $retries retries', ({ retries, min, max }) => {
    expect(inFlightBackOff(retries, 0)).toBe(min);
    expect(inFlightBackOff(retries, 0.5)).toBe((min + max) / 2);
    expect(inFlightBackOff(retries, ALMOST_ONE)).toBeCloseTo(max, 5);
  });
});

describe('retryAfter', () => {
  const NOW = Date.UTC(2026, 0, 1, 12);

  function parse(value: string | undefined): number | undefined {
    return retryAfter(new Headers(value === undefined ? {} : { 'Retry-After': value }), NOW);
  }

  it.each([
    { value: '0', ms: 0 },
    { value: '1', ms: 1_000 },
    { value: ' 120 ', ms: 120_000 },
    { value: '007', ms: 7_000 },
    { value: '31536000', ms: 31_536_000_000 },
    { value: '9999999999', ms: 9_999_999_999_000 },
    { value: '9'.repeat(400), ms: Number.MAX_SAFE_INTEGER },
  ])('parses "$value" as seconds', ({ value, ms }) => {
    expect(parse(value)).toBe(ms);
  });

  it.each([
    { value: 'Thu, 01 Jan 2026 12:00:30 GMT', ms: 30_000 },
    { value: 'Thursday, 01-Jan-26 12:00:30 GMT', ms: 30_000 },
    { value: 'Thu Jan  1 12:00:30 2026 GMT', ms: 30_000 },
    { value: 'Thu, 01 Jan 2026 12:00:00 GMT', ms: 0 },
    { value: 'Thu, 01 Jan 2026 11:59:00 GMT', ms: 0 },
    { value: 'Fri, 31 Dec 1999 23:59:59 GMT', ms: 0 },
  ])('parses "$value" as a date, and returns 0 for a past one', ({ value, ms }) => {
    expect(parse(value)).toBe(ms);
  });

  it.each([
    { value: '120, 120', ms: 120_000 },
    { value: '5,120 , 60', ms: 120_000 },
    { value: 'Thu, 01 Jan 2026 12:00:30 GMT, Thu, 01 Jan 2026 12:01:00 GMT', ms: 60_000 },
    { value: 'Thursday, 01-Jan-26 12:00:30 GMT, 10', ms: 30_000 },
    { value: 'later, 5', ms: 5_000 },
    { value: '40, Thu, 01 Jan 2026 12:00:30 GMT', ms: 40_000 },
  ])('takes the longest of "$value"', ({ value, ms }) => {
    expect(parse(value)).toBe(ms);
  });

  it.each(['later', 'later,', 'later,5'])(
    'reads spaces after "%s" in a time that grows with them',
    (start) => {
      const value = `${start}${' '.repeat(100_000)}later`;
      const startedAt = performance.now();

      expect(parse(value)).toBeUndefined();
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    },
  );

  it('reads a value with white space around it, as some transports return it', () => {
    const values: Readonly<Record<string, string>> = {
      'Retry-After': ' Thu, 01 Jan 2026 13:00:30 GMT\t',
      date: 'Thu, 01 Jan 2026 13:00:00 GMT \t',
    };
    const headers = { get: (name: string) => values[name] ?? null } as Headers;

    expect(retryAfter(headers, NOW)).toBe(30_000);
  });

  it.each([
    { clock: 'an hour behind', now: 'Thu, 01 Jan 2026 13:00:00 GMT', value: 'Thu, 01 Jan 2026 13:00:30 GMT' },
    { clock: 'an hour ahead', now: 'Thu, 01 Jan 2026 11:00:00 GMT', value: 'Thu, 01 Jan 2026 11:00:30 GMT' },
    { clock: 'compared with no date', now: 'soon', value: 'Thu, 01 Jan 2026 12:00:30 GMT' },
  ])('counts from the date of the response when the clock of the machine is $clock', ({ now, value }) => {
    expect(retryAfter(new Headers({ 'Retry-After': value, Date: now }), NOW)).toBe(30_000);
  });

  it.each(['Thu, 01 Jan 2026 12:00:30 GMT', 'Thursday, 01-Jan-26 12:00:30 GMT', 'Thu Jan  1 12:00:30 2026'])(
    'parses "%s" as UTC in any time zone of the machine',
    (value) => {
      const zone = process.env['TZ'];
      onTestFinished(() => {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      });

      for (const other of ['UTC', 'America/New_York', 'Asia/Shanghai']) {
        process.env['TZ'] = other;
        expect(parse(value)).toBe(30_000);
      }
    },
  );

  it.each([
    undefined,
    '',
    'soon',
    '1.5',
    '-5',
    '+5',
    '5s',
    '5, later',
    ',',
    '0x10',
    '1e3',
    '2026-01-01T13:00:00Z',
    'Thu',
  ])('returns undefined for %o', (value) => {
    expect(parse(value)).toBeUndefined();
  });
});
