import type { Operation } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { toHex } from '../lib/hex.js';
import type { SigningOptions } from '../options.js';

/** What a signed parameter can hold; undefined stands for a parameter that is not sent. */
export type SignableValue = string | number | boolean | undefined;

/** Parameters that PayNearMe's scheme leaves out of the signature. */
const UNSIGNED = new Set(['signature', 'call', 'format']);

/**
 * Signs a request as PayNearMe publishes it: names and values, sorted by name and joined without
 * separators, as an HMAC-SHA256 under the secret.
 *
 * @param parameters The request's parameters; `signature`, `call` and `format` are left out.
 * @returns The signature in lower-case hex.
 * @throws LddPayError of kind `config`, naming the parameter, for a value that has no plain text.
 */
export async function signRequest(
  parameters: Readonly<Record<string, SignableValue>>,
  secret: string,
): Promise<string> {
  if (typeof secret !== 'string' || secret === '')
    throw configError('`secret` must be a text that is not empty.');
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const signature = await crypto.subtle.sign('HMAC', key, bytes(canonical(parameters)));
  return toHex(new Uint8Array(signature));
}

/**
 * Fills in and signs a body. A body that comes with a signature is the caller's own and stays as it is.
 *
 * @param fields The names of the fields that make up the signature.
 * @param date Now, in milliseconds since the Unix epoch.
 * @throws LddPayError of kind `config` when fields are missing and signing is not configured.
 */
export async function signBody(
  fields: NonNullable<Operation['signature']>,
  body: unknown,
  signing: Required<SigningOptions> | undefined,
  date: number,
): Promise<unknown> {
  const given = body as Readonly<Record<string, SignableValue>>;
  const signed = given[fields.signature] !== undefined;
  const missing = Object.values(fields).filter((field) => given[field] === undefined);
  if (signed && missing.length === 0) return body;
  if (signed || !signing) {
    const remedy = signed
      ? 'Sign the whole body.'
      : 'Give createClient `signing`, or sign the body yourself.';
    throw configError(`\`${missing.join('`, `')}\` missing from the body. ${remedy}`);
  }
  const filled = {
    [fields.site]: signing.siteIdentifier,
    [fields.timestamp]: String(Math.floor(date / 1000)),
    [fields.version]: signing.version,
    ...present(given),
  };
  return { ...filled, [fields.signature]: await signRequest(filled, signing.secret) };
}

function canonical(parameters: Readonly<Record<string, SignableValue>>): string {
  return Object.keys(present(parameters))
    .filter((name) => !UNSIGNED.has(name))
    .sort()
    .map((name) => `${name}${plainText(name, parameters[name])}`)
    .join('');
}

function present<T>(parameters: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

/** The text of a value as JSON sends it, since what is signed and what is sent must agree. */
function plainText(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(String(value))) return String(value);
  throw configError(`\`${name}\` cannot be signed: it must be a text, a boolean or a plain decimal number.`);
}

function bytes(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}
