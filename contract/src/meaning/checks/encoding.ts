import { PROPERTY_NAMES } from '../../conformance/property-names.js';
import { listRepeatedNames } from '../../conformance/repeated-names.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import type { ParsedExchange } from '../history/history.js';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Checks that JSON is written so that every parser reads the same. */
export const checkEncoding: MeaningCheck = {
  name: 'encoding',
  compares: 'JSON bodies with RFC 8259: UTF-8, no byte order mark, no name twice in an object',
  needs: 'no response had a JSON body',
  compare: (history) =>
    history
      .filter(({ body }) => body !== undefined)
      .flatMap((exchange) => [...compareBytes(exchange), compareNames(exchange)]),
};

/** RFC 8259, section 8.1. A `charset` of the media type changes nothing (section 11). */
function compareBytes(exchange: ParsedExchange): Comparison[] {
  const { bytes } = exchange;
  if (!bytes) return [];
  const compared = { exchange, place: 'body', basis: 'documented' as const };
  return [
    {
      ...compared,
      holds: !BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte),
      problem: 'begins with a byte order mark, which JSON must not have',
    },
    { ...compared, holds: isUtf8(bytes), problem: 'is not UTF-8, which JSON must be' },
  ];
}

/** RFC 8259, section 4. Parsers differ in which value they take. */
function compareNames(exchange: ParsedExchange): Comparison {
  const names = listRepeatedNames(exchange.text);
  const shown = names.filter((name) => PROPERTY_NAMES.has(name)).map((name) => `\`${name}\``);
  return {
    exchange,
    place: 'body',
    holds: names.length === 0,
    problem: `has ${shown.join(', ') || 'a name'} more than once in an object`,
    basis: 'documented',
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
