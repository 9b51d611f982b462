import { describe, expect, it } from 'vitest';
import { backOff, inFlightBackOff, retryAfter } from './backoff.js';

const ALMOST_ONE = 1 - Number.EPSILON;

describe('backOff', () => {
  it.each([
    { retries: 0, most: 500 },
    { retries: 1, most: 1_000 },
    { retries: 2, most: 2_000 },
    { retries: 3, most: 4_000 },
    { retries: 4, most: 8_000 },
    { retries: 5, most: 8_000 },
    { retries: 2_000, most: 8_000 },
  ])('after $retries retries is anything from 0 to $most ms', ({ retries, most }) => {
    expect(backOff(retries, 0)).toBe(0);
    expect(backOff(retries, 0.25)).toBe(most / 4);
    expect(backOff(retries, ALMOST_ONE)).toBeLessThan(most);
    expect(backOff(retries, ALMOST_ONE)).toBeCloseTo(most, 5);
  });
});

describe('inFlightBackOff', () => {
  it.each([
    { retries: 0, least: 2_000, most: 2_500 },
    { retries: 1, least: 4_000, most: 5_000 },
    { retries: 2, least: 8_000, most: 10_000 },
    { retries: 2_000, least: 8_000, most: 16_000 },
  ])('after $retries retries is anything from $least to $most ms', ({ retries, least, most }) => {
    expect(inFlightBackOff(retries, 0)).toBe(least);
    expect(inFlightBackOff(retries, 0.5)).toBe((least + most) / 2);
    expect(inFlightBackOff(retries, ALMOST_ONE)).toBeCloseTo(most, 5);
  });
});

describe('retryAfter', () => {
  const NOW = Date.UTC(2026, 0, 1, 12);

  function asked(value: string | undefined): number | undefined {
    return retryAfter(new Headers(value === undefined ? {} : { 'Retry-After': value }), NOW);
  }

  it.each([
    { value: '0', ms: 0 },
    { value: '1', ms: 1_000 },
    { value: ' 120 ', ms: 120_000 },
    { value: '007', ms: 7_000 },
    { value: '31536000', ms: 31_536_000_000 },
  ])('reads "$value" as seconds', ({ value, ms }) => {
    expect(asked(value)).toBe(ms);
  });

  it.each([
    { value: 'Thu, 01 Jan 2026 12:00:30 GMT', ms: 30_000 },
    { value: 'Thursday, 01-Jan-26 12:00:30 GMT', ms: 30_000 },
    { value: 'Thu Jan  1 12:00:30 2026 GMT', ms: 30_000 },
    { value: 'Thu, 01 Jan 2026 12:00:00 GMT', ms: 0 },
    { value: 'Thu, 01 Jan 2026 11:59:00 GMT', ms: 0 },
    { value: 'Fri, 31 Dec 1999 23:59:59 GMT', ms: 0 },
  ])('reads "$value" as a date, and a past one as now', ({ value, ms }) => {
    expect(asked(value)).toBe(ms);
  });

  it.each([
    undefined,
    '',
    'soon',
    '1.5',
    '-5',
    '+5',
    '5s',
    '5, 6',
    '0x10',
    '1e3',
    '2026-01-01T13:00:00Z',
    'Thu',
  ])('takes %o for none', (value) => {
    expect(asked(value)).toBeUndefined();
  });
});
