import type { Operation } from '../../generated/operations.js';
import { isWellFormed, mustBe, requireString } from '../lib/checks.js';
import { copyJsonObject } from '../lib/copy-json.js';
import { encode, toHex } from '../lib/digest.js';
import { requireCrypto } from '../lib/platform.js';
import type { SigningOptions } from '../options.js';
import type { Core } from './core.js';

/** The value of a signed parameter; undefined for a parameter that is not sent. */
export type SignableValue = string | number | boolean | undefined;

/** What a parameter must be. */
const RULE = 'a well-formed string, a boolean or a plain decimal number';

/** Parameters that PayNearMe's scheme excludes from the signature. */
const UNSIGNED = /^(signature|call|format)$/;

/**
 * Signs a request with the scheme that PayNearMe publishes: an HMAC-SHA256 over the names and values, sorted by
 * name and joined without separators.
 *
 * @example
 * const signature = await signRequest({ site_identifier: 'S1', timestamp: '1770000000', version: '3.0' }, secret);
 * @param parameters The request's parameters. `signature`, `call` and `format` are not signed.
 * @param secret The signing secret.
 * @returns The signature in lowercase hexadecimal.
 * @throws LddPayError of kind `config` that names the parameter whose value cannot be signed, or where the platform
 *   lacks `crypto.subtle`, as a browser page does without HTTPS.
 */
export async function signRequest(
  parameters: Readonly<Record<string, SignableValue>>,
  secret: string,
): Promise<string> {
  const fields = copyJsonObject('parameters', parameters, RULE);
  const text = Object.keys(fields)
    .filter((name) => !UNSIGNED.test(name))
    .sort()
    .map((name) => toSignable(name, fields[name]))
    .join('');
  const bytes = encode(requireString('secret', secret));
  requireCrypto('subtle');
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, encode(text))));
}

/** Creates the function that signs the bodies of operations that have a signature, and leaves all others as they are. */
export function createSign(signing: Required<SigningOptions> | undefined): Core['sign'] {
  return async ({ signature }, body, date) =>
    signature ? signBody(signature, Object(body), signing, date) : body;
}

/**
 * Completes and signs a body. A body with a signature is signed by the caller and stays as it is.
 *
 * @param fields The names of the signature fields in the body.
 * @param date Now, in ms since the Unix epoch.
 * @throws LddPayError of kind `config` when fields are missing and signing is not configured.
 */
async function signBody(
  fields: NonNullable<Operation['signature']>,
  given: Readonly<Record<string, SignableValue>>,
  signing: Required<SigningOptions> | undefined,
  date: number,
): Promise<unknown> {
  if (signing && given[fields.signature] === undefined) {
    const completed: Record<string, SignableValue> = {
      [fields.site]: signing.siteIdentifier,
      [fields.timestamp]: String(Math.floor(date / 1000)),
      [fields.version]: signing.version,
      ...given,
    };
    return { ...completed, [fields.signature]: await signRequest(completed, signing.secret) };
  }
  const missing = Object.values(fields).filter(
    (field) => given[field] === undefined || given[field] === null,
  );
  if (!missing[0]) return given;
  throw mustBe(missing.join('`, `'), 'set in a body that you sign. Otherwise use the `signing` option');
}

/** Returns a name with its value as JSON sends it, since what is signed and what is sent must agree. */
function toSignable(name: string, value: unknown): string {
  const isPlain = /^(["tf]|[-.\d]+$)/.test(JSON.stringify(value));
  const text = isPlain && name + value;
  // UTF-8 has no lone surrogates: the signature would be that of another string than JSON sends.
  if (text && isWellFormed(text)) return text;
  throw mustBe(name, RULE);
}
