import { matches, mustBe, printable } from './checks.js';
import { redact } from './redact.js';

/** Visible ASCII, which every server accepts in a header value. */
const VISIBLE_ASCII = /^[!-~]+$/;

/**
 * A token (RFC 9110, section 5.6.2) in lowercase, apart from the one that the global fetch of Node.js drops, and
 * those that the client sets: a wrong one breaks the connection, or waits for ever.
 */
const NAME =
  /^(?!(__proto__|authorization|content-length|expect|host|keep-alive|(proxy-)?connection|te|trailer|transfer-encoding|upgrade)$)[\w!#-'*+.^`|~-]+$/;

/** Latin-1 without control characters, and without spaces at its ends, which transports remove or refuse. */
const VALUE = /^(?! )[ -~\x80-\xff]*(?<! )$/;

/** Whether a value can be sent as one word in a header. */
export function isHeaderWord(value: unknown): value is string {
  return matches(value, VISIBLE_ASCII);
}

/**
 * Returns the value of a header that was received, without white space around it, which is no part of it and which
 * not every `fetch` removes (RFC 9110, section 5.5).
 *
 * @returns An empty string, which says nothing, where it cannot be read: that of SvelteKit throws for headers that the
 *   program does not allow.
 */
export function readHeader(headers: Pick<Headers, 'get'> | undefined, name: string): string | undefined {
  try {
    const value: unknown = headers?.get(name);
    return typeof value === 'string' ? value.trim() : undefined;
  } catch {
    return '';
  }
}

/**
 * Reads headers, so that every transport sends them alike. Of names that differ only in case, the last wins.
 *
 * @param given Headers, pairs, or an object.
 * @param keyHeader The header that `idempotencyKey` sets, which must not be given, nor Authorization.
 * @returns The headers with lowercase names.
 * @throws LddPayError of kind `config` that names the header and does not show its value.
 */
export function readHeaders(name: string, given: unknown, keyHeader?: string): Record<string, string> {
  const isKeyHeader = (header: string) => header.toLowerCase() === keyHeader?.toLowerCase();
  let shown: string | undefined;
  try {
    const headers = given as Iterable<readonly unknown[]>;
    const pairs = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
    const entries = pairs.map((pair) => {
      shown = undefined;
      // A name in place of a pair would be one of its letters.
      if (!Array.isArray(pair) || pair.length !== 2) throw new TypeError();
      const [header, value] = pair;
      shown = String(header);
      const key = shown.toLowerCase();
      if (isKeyHeader(key) || !NAME.test(key) || !matches(value, VALUE)) throw new TypeError(shown);
      return [key, value];
    });
    return Object.fromEntries(entries);
  } catch {
    const exception =
      shown === undefined
        ? ', or pairs of a name and a value'
        : ` without ${printable(JSON.stringify(redact(shown, [])))}, which is not valid or set by the client${isKeyHeader(shown) ? ' (see `idempotencyKey`)' : ''}`;
    throw mustBe(name, `an object${exception}`);
  }
}
