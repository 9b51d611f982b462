import { bodyOf, own } from './bodies.js';
import type { Settings } from './settings.js';
import type { Exchange } from './wire.js';

/** What an enum's members look like: up to three short words of letters. No card number, token or date does. */
const WORDS = /^(?=.{1,24}$)[A-Za-z]+(?:[ _][A-Za-z]+){0,2}$/;

/** The media types that are worth telling apart. */
const MEDIA_TYPES: readonly string[] = [
  'application/octet-stream',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'application/xml',
  'text/html',
  'text/plain',
  'text/xml',
];

/** Gives the text that may be shown of a value from the provider; undefined for most of them. */
export type Show = (value: unknown) => string | undefined;

/** @param secrets What must not be shown, nor any part of it. */
export function createShow(secrets: readonly string[]): Show {
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const mediaType = value.split(';')[0]?.trim().toLowerCase() ?? '';
    if (MEDIA_TYPES.includes(mediaType)) return mediaType;
    return WORDS.test(value) && !isSecret(value, secrets) ? value : undefined;
  };
}

/** Whether a text holds a secret, or is part of one. */
export function isSecret(text: string, secrets: readonly string[]): boolean {
  const plain = text.toLowerCase();
  return secrets
    .map((secret) => secret.toLowerCase())
    .some((one) => plain.includes(one) || one.includes(plain));
}

/** What a run must not show: what it was given to keep, and the tokens that it got. */
export function secretsOf({ options, writes }: Settings, exchanges: readonly Exchange[]): string[] {
  const { clientId, clientSecret, signing } = options;
  const tokens = exchanges.map((exchange) => own(bodyOf(exchange), 'access_token'));
  return [
    clientId,
    clientSecret,
    signing?.secret,
    signing?.siteIdentifier,
    writes?.card.number,
    writes?.card.cvv,
    writes?.facilitatorId,
    ...tokens,
  ].filter((secret): secret is string => typeof secret === 'string' && secret !== '');
}
