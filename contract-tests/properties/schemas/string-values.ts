import fc from 'fast-check';
import { unicodeCharacters } from '../../../scripts/lib/unicode-characters.js';
import type { FlatSchema } from './flatten-schema.js';

/** How much longer than their minimum generated strings are, unless they are long on purpose. */
const USUAL_LENGTH = 20;

/** The length of long strings that have no maximum: longer than any field of a payment, shorter than a body may be. */
export const LONG_LENGTH = 5000;

/** The last second of the year 9999, since RFC 3339 has four digits for a year (section 5.6). */
const END_OF_TIME = new Date('9999-12-31T23:59:59Z');

const dates = fc.date({ noInvalidDate: true, min: new Date(0), max: END_OF_TIME });

/** Points in time by RFC 3339, section 5.6: with or without a fraction, in UTC or another zone, in either case. */
const dateTimes = fc
  .record({
    date: dates,
    fraction: fc.constantFrom('', '.0', '.123', '.123456'),
    zone: fc.constantFrom('Z', 'z', '+00:00', '-00:00', '+05:30', '-11:00'),
    separator: fc.constantFrom('T', 't'),
  })
  .map(({ date, fraction, zone, separator }) => {
    const [day, time = ''] = date.toISOString().split('T');
    return `${day}${separator}${time.slice(0, 8)}${fraction}${zone}`;
  });

/** Segments of a path (RFC 3986, section 3.3). */
export const pathSegments = fc.string({ maxLength: 8, unit: unicodeCharacters }).map(encodeURIComponent);

const uris = fc
  .record({
    scheme: fc.constantFrom('https', 'http'),
    host: fc.domain(),
    path: fc.array(pathSegments, { maxLength: 3 }),
    query: fc.option(pathSegments),
  })
  .map(({ scheme, host, path, query }) => {
    const search = query === null ? '' : `?${query}`;
    return `${scheme}://${host}/${path.join('/')}${search}`;
  });

/** Strings of each format that the description uses or may come to use. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.emailAddress(),
  'date-time': dateTimes,
  date: dates.map((date) => date.toISOString().slice(0, 10)),
  uri: uris,
  uuid: fc.uuid(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  hostname: fc.domain(),
};

const matching = new Map<string, fc.Arbitrary<string>>();

/** Strings that match a pattern. They are kept, because the same pattern is in many schemas. */
function stringsMatching(pattern: string): fc.Arbitrary<string> {
  const strings = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  matching.set(pattern, strings);
  return strings;
}

/** Strings that a schema allows, nearly all of them: a caller filters out those that it does not. */
export function stringValues(schema: FlatSchema): fc.Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength } = schema;
  if (pattern !== undefined) return stringsMatching(pattern).filter((text) => hasLength(text, schema));
  if (format !== undefined) {
    const strings = FORMATS[format];
    if (!strings) throw new Error(`string-values.ts lacks strings of the format ${format}.`);
    return strings.filter((text) => hasLength(text, schema));
  }
  const usual = {
    minLength,
    maxLength: Math.min(maxLength ?? Number.POSITIVE_INFINITY, minLength + USUAL_LENGTH),
  };
  const most = maxLength ?? LONG_LENGTH;
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ ...usual, unit: 'grapheme-ascii' }) },
    { weight: 3, arbitrary: fc.string({ ...usual, unit: unicodeCharacters }) },
    {
      weight: 1,
      arbitrary: unicodeCharacters.map((one) => one.repeat(most)),
    },
  );
}

/** The length of a string in characters of Unicode, as JSON Schema counts them (RFC 8259, section 7). */
export function countCharacters(text: string): number {
  return [...text].length;
}

function hasLength(
  text: string,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: FlatSchema,
): boolean {
  const length = countCharacters(text);
  return length >= minLength && length <= maxLength;
}
