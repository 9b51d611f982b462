import { configError } from '../errors.js';

/** Visible ASCII, which every server accepts in a header value. */
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** A token (RFC 9110, section 5.6.2), apart from the one that the global fetch of Node.js drops. */
const NAME = /^(?!__proto__$)[\w!#-'*+.^`|~-]+$/;

/** Latin-1 without control characters, and without spaces at its ends, which transports remove or refuse. */
const VALUE = /^(?! )[\x20-\x7e\x80-\xff]*(?<! )$/;

/** The headers that say where a message goes and ends. A wrong one breaks the connection, or waits for ever. */
const FRAMING =
  /^(content-length|expect|host|keep-alive|(proxy-)?connection|te|trailer|transfer-encoding|upgrade)$/;

/** Whether a value can be sent as one word in a header. */
export function isHeaderWord(value: unknown): value is string {
  return typeof value === 'string' && VISIBLE_ASCII.test(value);
}

/**
 * Reads headers, so that every transport sends them alike. Of names that differ only in case, the last wins.
 *
 * @param given Headers, pairs, or an object.
 * @param reserved The remedy for each header that must not be given, by its name in lowercase.
 * @returns The headers with lowercase names.
 * @throws LddPayError of kind `config` that names the header and does not show its value.
 */
export function readHeaders(
  given: unknown,
  reserved: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers = readPairs(given).map(([name, value]) => {
    const key = name.toLowerCase();
    const isValid = NAME.test(name) && typeof value === 'string' && VALUE.test(value);
    const remedy = FRAMING.test(key)
      ? 'The transport sets it.'
      : Object.hasOwn(reserved, key) && reserved[key];
    if (isValid && !remedy) return [key, value];
    throw configError(
      `\`headers\` must not contain ${JSON.stringify(name)}. ${remedy || 'It is not valid.'}`,
    );
  });
  return Object.fromEntries(headers);
}

function readPairs(given: unknown): (readonly [string, unknown])[] {
  try {
    const headers = given as Iterable<readonly unknown[]>;
    const pairs = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
    return pairs.map(([name, value]) => [String(name), value]);
  } catch {
    throw configError('`headers` must be an object.');
  }
}
