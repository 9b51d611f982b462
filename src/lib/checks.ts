import { configError, type LddPayError } from '../errors.js';
import { redact } from './redact.js';

/** A string without what comes along unseen when one is copied or read from a file. */
const CLEAN = /^(?!\s)\P{C}+(?<!\s)$/u;

/** Returns a text from outside for a message: what it has unseen can forge lines of a log, or control a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

/** Returns the name of a field, option or header as messages show it: it can be anything, even a card number. */
function showName(name: string): string {
  return printable(redact(name, []));
}

/** Creates the error of an option or argument that breaks its rule. */
export function mustBe(name: string, rule: string): LddPayError {
  return configError(`\`${showName(name)}\` must be ${rule}.`);
}

/**
 * Checks that something reads each of the options: one that is misspelt would have no effect. And that none of them is
 * on Object.prototype, where it would be an option of everything.
 *
 * @param prefix What stands before their names in the message.
 * @param what What they are, in the singular.
 */
export function requireNames(options: object, names: readonly string[], prefix = '', what = 'option'): void {
  requireUnpolluted(names);
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw unknownName(prefix + name, names, what);
  }
}

/** Checks that no option is on Object.prototype. */
export function requireUnpolluted(names: readonly string[]): void {
  const name = names.find((one) => one in Object.prototype);
  if (name) throw configError(`Something has added \`${name}\` to Object.prototype. Remove it.`);
}

/** Creates the error of an option that nothing reads. */
export function unknownName(name: string, names: readonly string[], what = 'option'): LddPayError {
  return configError(`\`${showName(name)}\` is no ${what} here. The ${what}s are ${names.join(', ')}.`);
}

/** Whether a value is a string that matches a pattern. */
export function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** Returns a non-empty string without white space at its ends. */
export function requireString(name: string, value: unknown): string {
  if (matches(value, CLEAN)) return value;
  throw mustBe(name, 'a non-empty string without control characters or outer white space');
}

/** Returns a duration in ms. */
export function requireMilliseconds(name: string, value: unknown): number {
  // Timers overflow past 2^31 - 1 ms and then fire at once.
  if (typeof value === 'number' && value > 0 && value < 2 ** 31) return value;
  throw mustBe(name, 'a number of ms above 0 and below 2^31');
}

/** Returns an integer of at least `minimum`. `unit` ends the message of any other value. */
export function requireInteger(name: string, value: unknown, minimum = 0, unit = ''): number {
  if (Number.isSafeInteger(value) && Number(value) >= minimum) return Number(value);
  throw mustBe(name, `an integer of at least ${minimum}${unit}`);
}

/** Returns one of the allowed strings. */
export function requireOneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw mustBe(name, `one of ${allowed.join(', ')}`);
}

/** Returns a function, or undefined. `source` says in the message of any other value where one comes from. */
export function requireOptionalFunction<T>(name: string, value: T, source = ''): T {
  if (value === undefined || typeof value === 'function') return value;
  throw mustBe(name, `a function${source}`);
}

/**
 * Whether an object can hold options, or be none. A signal, a promise or a map in their place would have no effect. An
 * AbortController has one: its `signal`.
 */
export function canHoldOptions(value: object): boolean {
  const isPlain = Object.prototype.toString.call(value) === '[object Object]';
  return isPlain || Object.keys(value).length > 0 || 'signal' in value;
}

/** Returns an object; an empty one for undefined and null. */
export function requireOptionalObject<T extends object>(
  name: string,
  value: T | null | undefined,
): Partial<T> {
  if (value === undefined || value === null) return {};
  if (Object(value) === value && canHoldOptions(value)) return value;
  throw mustBe(name, 'an object');
}

/** Returns an AbortSignal of any realm. */
export function requireSignal(name: string, value: unknown): AbortSignal {
  try {
    const signal = value as Partial<AbortSignal>;
    if (typeof signal.aborted === 'boolean' && signal.addEventListener && signal.removeEventListener)
      return value as AbortSignal;
  } catch {
    // It throws when it is read.
  }
  throw mustBe(name, 'an AbortSignal');
}

/** Whether a string has no lone surrogate, which UTF-8 replaces by another character. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Returns the `baseUrl` of an API, without slashes at its end. */
export function requireBaseUrl(name: string, value: unknown): string {
  return requireUrl(name, value).replace(/\/+$/, '');
}

/** Returns an absolute http or https URL that holds no secret and that a path can be appended to. */
export function requireUrl(name: string, value: unknown): string {
  if (value !== undefined && typeof value !== 'string') throw mustBe(name, 'a string');
  const { href } = matches(value, CLEAN) && URL.canParse(value) ? new URL(value) : { href: '' };
  if (/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) return href;
  throw mustBe(
    name,
    'an http or https URL such as https://api.example.com, without white space, credentials, query or fragment',
  );
}
