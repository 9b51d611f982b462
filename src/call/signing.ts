import type { Operation } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { isWellFormed, requireString } from '../lib/checks.js';
import { copyJsonObject } from '../lib/copy-json.js';
import { toHex } from '../lib/digest.js';
import type { SigningOptions } from '../options.js';

/** The value of a signed parameter; undefined for a parameter that is not sent. */
export type SignableValue = string | number | boolean | undefined;

/** Parameters that PayNearMe's scheme excludes from the signature. */
const UNSIGNED = new Set(['signature', 'call', 'format']);

/**
 * Signs a request with the scheme that PayNearMe publishes: an HMAC-SHA256 over the names and values, sorted by
 * name and joined without separators.
 *
 * @example
 * const signature = await signRequest({ site_identifier: 'S1', timestamp: '1770000000', version: '3.0' }, secret);
 * @param parameters The request's parameters. `signature`, `call` and `format` are not signed.
 * @param secret The signing secret.
 * @returns The signature in lowercase hexadecimal.
 * @throws LddPayError of kind `config` that names the parameter whose value cannot be signed.
 */
export async function signRequest(
  parameters: Readonly<Record<string, SignableValue>>,
  secret: string,
): Promise<string> {
  const text = encode(canonicalize(copyJsonObject('parameters', parameters)));
  const secretBytes = encode(requireString('secret', secret));
  const key = await crypto.subtle.importKey('raw', secretBytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const signature = await crypto.subtle.sign('HMAC', key, text);
  return toHex(new Uint8Array(signature));
}

/**
 * Completes and signs a body. A body with a signature is signed by the caller and stays as it is.
 *
 * @param fields The names of the signature fields in the body.
 * @param date Now, in ms since the Unix epoch.
 * @throws LddPayError of kind `config` when fields are missing and signing is not configured.
 */
export async function signBody(
  fields: NonNullable<Operation['signature']>,
  given: Readonly<Record<string, SignableValue>>,
  signing: Required<SigningOptions> | undefined,
  date: number,
): Promise<unknown> {
  const isSigned = given[fields.signature] !== undefined;
  const missing = Object.values(fields).filter((field) => given[field] === undefined);
  if (isSigned && missing.length === 0) return given;
  if (isSigned || !signing) {
    const remedy = isSigned
      ? 'Sign the whole body.'
      : 'Set the `signing` option of the client, or sign the body yourself.';
    throw configError(`\`${missing.join('`, `')}\` missing in the body. ${remedy}`);
  }
  const completed: Record<string, SignableValue> = {
    [fields.site]: signing.siteIdentifier,
    [fields.timestamp]: String(Math.floor(date / 1000)),
    [fields.version]: signing.version,
    ...given,
  };
  return { ...completed, [fields.signature]: await signRequest(completed, signing.secret) };
}

function canonicalize(parameters: Readonly<Record<string, unknown>>): string {
  return Object.keys(parameters)
    .filter((name) => !UNSIGNED.has(name))
    .sort()
    .map((name) => `${name}${stringify(name, parameters[name])}`)
    .join('');
}

/** Returns a value as JSON sends it, since what is signed and what is sent must agree. */
function stringify(name: string, value: unknown): string {
  const isPlain =
    typeof value === 'number'
      ? /^-?\d+(\.\d+)?$/.test(String(value))
      : typeof value === 'string' || typeof value === 'boolean';
  // UTF-8 has no lone surrogates: the signature would be that of another string than JSON sends.
  if (isPlain && isWellFormed(`${name}${value}`)) return String(value);
  throw configError(
    `\`${name}\` cannot be signed. It must be a well-formed string, a boolean or a plain decimal number.`,
  );
}

function encode(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}
