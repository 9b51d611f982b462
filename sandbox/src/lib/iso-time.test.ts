import { expect, it } from 'vitest';
import { parseIsoTime } from './iso-time.js';

it.each([
  ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00.000Z'],
  ['2026-07-01T12:00:00.25Z', '2026-07-01T12:00:00.250Z'],
  ['2026-07-01T12:00:00.123456+02:00', '2026-07-01T10:00:00.123Z'],
  ['2026-07-01T12:00-05:30', '2026-07-01T17:30:00.000Z'],
  ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
])('parses %s', (text, time) => {
  expect(parseIsoTime(text)).toBe(Date.parse(time));
});

it.each(['America/New_York', 'Asia/Kolkata'])('takes a time without an offset for UTC in %s', (zone) => {
  const own = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect(parseIsoTime('2026-07-01T12:00:00')).toBe(Date.UTC(2026, 6, 1, 12));
  } finally {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  }
});

it.each([
  'foo 1',
  '2026',
  '2026-07-01',
  '2026-07-01 12:00:00Z',
  'July 1, 2026 12:00',
  '2021-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-04-00T00:00:00Z',
  '2026-07-01T24:00:00Z',
  '2026-07-01T12:60:00Z',
  '2026-07-01T12:00:60Z',
  '2026-07-01T12:00:00+24:00',
  '2026-07-01T12:00:00+0200',
])('refuses %s', (text) => {
  expect(parseIsoTime(text)).toBeUndefined();
});
