import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Operation } from '../../../generated/operations.js';
import { invalidRequest } from '../lib/api-error.js';
import type { ResolvedOptions } from '../options.js';

type Body = Readonly<Record<string, unknown>>;

/** Fields that PayNearMe's published scheme does not sign. */
const UNSIGNED_FIELDS = new Set(['signature', 'call', 'format']);

/** The version of the scheme that signs with HMAC. */
const HMAC_VERSION = '3.0';

/** A string of a JSON text, or what is written without quotes: a number, true, false or null. */
const SCALAR = /"(?:\\.|[^"\\])*"|[^\s{}[\]:,"]+/g;

/**
 * Checks that a body is signed by the sandbox's site, with its secret.
 * @param text The JSON of the body, as it was sent.
 * @throws ApiError when it is not.
 */
export function checkSignature(
  fields: NonNullable<Operation['signature']>,
  body: Body,
  text: string,
  options: ResolvedOptions,
): void {
  if (body[fields.site] !== options.siteIdentifier) throw invalidRequest('site_identifier_invalid');
  if (body[fields.version] !== HMAC_VERSION) throw invalidRequest('version_invalid');
  if (Object.values(body).some((value) => typeof value === 'object'))
    throw invalidRequest('signature_invalid');
  const expected = bytesToHex(
    hmac(sha256, utf8ToBytes(options.signingSecret), utf8ToBytes(buildSignedString(parseAsSent(text)))),
  );
  if (String(body[fields.signature]).toLowerCase() !== expected) throw invalidRequest('signature_invalid');
}

/** Parses JSON with each number as it is written, since this is what is signed: 2.0 is not 2. */
function parseAsSent(text: string): Body {
  return JSON.parse(text.replace(SCALAR, (scalar) => (scalar.startsWith('"') ? scalar : `"${scalar}"`)));
}

/** Builds the string to sign: names and values, sorted by name and joined without separators. */
export function buildSignedString(body: Body): string {
  return Object.entries(body)
    .filter(([name]) => !UNSIGNED_FIELDS.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}${value}`)
    .join('');
}
