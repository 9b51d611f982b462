/** A date with a time, as ISO 8601 and RFC 3339 write it. The time zone and the seconds can be missing. */
const ISO_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Parses a time. Without a zone it is UTC.
 *
 * @returns Milliseconds since the Unix epoch; undefined for anything that is not an ISO 8601 time.
 */
export function parseTime(value: unknown): number | undefined {
  const [, local, zone = 'Z'] = (typeof value === 'string' && ISO_TIME.exec(value)) || [];
  const time = local === undefined ? Number.NaN : Date.parse(local + zone);
  return Number.isNaN(time) ? undefined : time;
}
