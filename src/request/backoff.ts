import { readHeader } from '../lib/headers.js';
import { readDate } from '../lib/moment.js';

const BASE_MS = 500;
const IN_FLIGHT_BASE_MS = 2_000;
const MAX_MS = 8_000;

/**
 * Returns how long to wait before a retry, in ms: full jitter over a doubling delay of at most 8 s.
 *
 * @param retries How many retries were made before.
 * @param random At least 0 and less than 1.
 */
export function backOff(retries: number, random: number): number {
  return random * Math.min(MAX_MS, BASE_MS * 2 ** retries);
}

/** Returns how long to wait while the first request is still in flight, in ms: longer, and never close to 0. */
export function inFlightBackOff(retries: number, random: number): number {
  return Math.min(MAX_MS, IN_FLIGHT_BASE_MS * 2 ** retries) + backOff(retries, random);
}

/** The comma between two values of one header, which is not that after the day of a date. */
const BETWEEN = /,\s*(?=\d+\s*(?:,|$)|[SMTWF][a-z]{2})/;

/**
 * Reads Retry-After, in ms from now (RFC 9110, section 10.2.3: seconds, or a date in one of the three forms of
 * section 5.6.7). Of several, such as those of an API and its gateway, the longest counts.
 *
 * @param date Now, in ms since the Unix epoch.
 */
export function retryAfter(headers: Headers, date: number): number | undefined {
  const values = readHeader(headers, 'Retry-After')?.split(BETWEEN) ?? [];
  const waits = values.map((part) => {
    // Not by the pattern: white space before its comma would be searched again from each of its characters.
    const value = part.trim();
    if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
    // Date.parse alone would read numbers and fragments as dates, and the form without a zone as local time.
    const isDate = /^[SMTWF][a-z]{2}/.test(value);
    const until = isDate && Date.parse(value.replace(/( GMT)?$/, ' GMT'));
    // By the clock that it was written by, where the response shows that.
    return until ? Math.max(0, until - (readDate(headers) || date)) : -1;
  });
  const longest = Math.max(...waits);
  return longest < 0 ? undefined : longest;
}
