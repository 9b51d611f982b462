/** A date and a time of ISO 8601 in the extended format. */
const DATE_TIME =
  /^(?<date>\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(?<zone>Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * Parses a timestamp of ISO 8601, which is in UTC when it names no offset. `Date.parse` takes other texts too, and some
 * of them in the time zone of the machine.
 * @returns The time in ms since the Unix epoch; undefined when there is no such time.
 */
export function parseIsoTime(text: string): number | undefined {
  const { date, zone } = DATE_TIME.exec(text)?.groups ?? {};
  if (date === undefined) return undefined;
  // The 30th of February would become the 2nd of March.
  const isDay = new Date(`${date}T00:00Z`).getUTCDate() === Number(date.slice(-2));
  return isDay ? Date.parse(zone === undefined ? `${text}Z` : text) : undefined;
}
