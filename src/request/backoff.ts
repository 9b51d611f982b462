const STEP = 500;
const IN_FLIGHT_STEP = 2_000;
const MAX = 8_000;

/**
 * How long to wait before a retry, in milliseconds: full jitter over a doubling step, 8 s at most.
 *
 * @param retries How many retries there were already.
 * @param random At least 0 and less than 1.
 */
export function backOff(retries: number, random: number): number {
  return random * Math.min(MAX, STEP * 2 ** retries);
}

/** How long to wait while the first request is still in flight: longer, and never next to nothing. */
export function inFlightBackOff(retries: number, random: number): number {
  return Math.min(MAX, IN_FLIGHT_STEP * 2 ** retries) + backOff(retries, random);
}

/**
 * What Retry-After asks for, in milliseconds from now (RFC 9110, section 10.2.3: seconds or a date).
 *
 * @param date Now, in milliseconds since the Unix epoch.
 */
export function retryAfter(headers: Headers, date: number): number | undefined {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Date.parse alone would read numbers and fragments as dates.
  const until = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - date);
}
