import { readHeader } from './headers.js';

/** A moment by the clocks of this machine, and the last that was known of another one's before it. */
export interface Moment {
  /** By the monotonic clock, in ms. */
  readonly now: number;
  /** By the clock of this machine, in ms since the Unix epoch. */
  readonly date: number;
  /** The headers of the last response before it; undefined when there was none. */
  readonly headers: Headers | undefined;
}

/** An ISO 8601 timestamp, or an HTTP date (RFC 9110, section 5.6.7). */
const TIME = /^(.+:\d\d:\d\d)(\.\d+)?(Z| GMT| ?[+-]\d\d:?\d\d)?$/i;

/** The form of an HTTP date that ends with the year, and is in UTC (RFC 9110, section 5.6.7). */
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;

/**
 * Reads a time, which is in UTC where it has no zone.
 *
 * @returns The first and the last ms that it can stand for, since the Unix epoch. NaN when it is unreadable.
 */
export function readTime(time: unknown): readonly [first: number, last: number] {
  const [, seconds, fraction = '', zone = 'Z'] = TIME.exec(typeof time === 'string' ? time : '') ?? [];
  const first = Date.parse(seconds + fraction + zone);
  return [first, fraction ? first : first + 999];
}

/** Returns the `Date` of a response, in ms since the Unix epoch; NaN unless it is one of the years 1970 to 9999. */
export function readDate(headers: Headers | undefined): number {
  const date = readHeader(headers, 'date') ?? '';
  const time = ASCTIME.test(date) ? Date.parse(`${date} GMT`) : readTime(date)[0];
  return time >= 0 && time < Date.UTC(10_000, 0) ? time : Number.NaN;
}
