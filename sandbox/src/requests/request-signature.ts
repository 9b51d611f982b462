import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Operation } from '../../../generated/operations.js';
import type { Settings } from '../options.js';
import { invalid } from '../shared/api-error.js';

type Body = Readonly<Record<string, unknown>>;

/** Fields that PayNearMe's published scheme leaves out of what is signed. */
const UNSIGNED = new Set(['signature', 'call', 'format']);

/** The version of the scheme that stands for HMAC. */
const VERSION = '3.0';

/** Throws a refusal unless a body is signed by the site, with its secret. */
export function checkSignature(
  fields: NonNullable<Operation['signature']>,
  body: Body,
  settings: Settings,
): void {
  if (body[fields.site] !== settings.siteIdentifier) throw invalid('site_identifier_invalid');
  if (body[fields.version] !== VERSION) throw invalid('version_invalid');
  if (Object.values(body).some((value) => typeof value === 'object')) throw invalid('signature_invalid');
  const expected = createHmac('sha256', settings.signingSecret).update(signedText(body)).digest();
  const given = Buffer.from(String(body[fields.signature]), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw invalid('signature_invalid');
}

/** Names and values, sorted by name and joined without separators; only plain values can be signed. */
export function signedText(body: Body): string {
  return Object.entries(body)
    .filter(([name]) => !UNSIGNED.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}${value}`)
    .join('');
}
