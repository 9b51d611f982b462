/**
 * A date with a time, as ISO 8601 and RFC 3339 write it, with or without separators. The time zone and the seconds can
 * be missing.
 */
const ISO_TIME =
  /^(\d{4})(-?)(\d\d)\2(\d\d)T(\d\d)(:?)(\d\d)(?:\6(\d\d)(?:[.,](\d+))?)?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/i;

/**
 * Parses a time. Without a zone it is UTC.
 *
 * @returns Milliseconds since the Unix epoch; undefined for anything that is not an ISO 8601 time.
 */
export function parseTime(value: unknown): number | undefined {
  const match = typeof value === 'string' ? ISO_TIME.exec(value) : null;
  if (!match) return undefined;
  const [, year, , month, day, hour, , minute, second = '00', fraction = '0', zone = '+00', rest = '00'] =
    match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${zone}:${rest}`);
  return Number.isNaN(time) ? undefined : time;
}

/** Returns true for two times that are the same. Their precision can differ: one may have the second alone. */
export function isSameTime(one: unknown, other: unknown): boolean {
  const [left = Number.NaN, right = Number.NaN] = [one, other].map(parseTime);
  return Math.abs(left - right) < 1000;
}
