/** Percent signs that begin no escape and stand for themselves, as in `100%`: URL Standard, section 1.3. */
const LONE_PERCENT = /%(?![\da-f]{2})/gi;

/** The value of a field without a certain one: no string, and nothing that a validator converts to one or to a number. */
const UNCERTAIN = {};

/**
 * Parses a form or a query. A field that is given more than once, or whose escapes are not UTF-8, has a value that is
 * no string. `URLSearchParams` would put another in its place.
 */
export function parseForm(text: string): Readonly<Record<string, unknown>> {
  const fields = new Map<string, unknown>();
  for (const pair of text.replaceAll('+', ' ').replace(LONE_PERCENT, '%25').split('&')) {
    if (pair === '') continue;
    const [encodedName = ''] = pair.split('=', 1);
    const name = decode(encodedName);
    if (name === undefined) continue;
    const value = decode(pair.slice(encodedName.length + 1));
    fields.set(name, fields.has(name) || value === undefined ? UNCERTAIN : value);
  }
  return Object.fromEntries(fields);
}

/** Returns undefined when the escapes are not UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
