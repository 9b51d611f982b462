import { configError } from '../errors.js';

/** Without control characters, invisible ones such as a byte order mark, and halves of surrogate pairs. */
const VISIBLE = /^[^\p{Cc}\p{Cf}\p{Cs}]+$/u;

/** Whether a value is a string without what comes along unseen when one is copied or read from a file. */
function isClean(value: unknown): value is string {
  return typeof value === 'string' && value.trim() === value && VISIBLE.test(value);
}

/** Returns a non-empty string without white space at its ends. */
export function requireString(name: string, value: unknown): string {
  if (isClean(value)) return value;
  throw configError(
    `\`${name}\` must be a non-empty string without control characters or white space at its ends.`,
  );
}

/** Returns a duration in ms. */
export function requireMilliseconds(name: string, value: unknown): number {
  // Timers overflow past 2^31 - 1 ms and then fire at once.
  if (typeof value === 'number' && value > 0 && value < 2 ** 31) return value;
  throw configError(`\`${name}\` must be a number of milliseconds greater than 0 and less than 2^31.`);
}

/** Returns an integer of at least `minimum`. */
export function requireInteger(name: string, value: unknown, minimum = 0): number {
  if (Number.isSafeInteger(value) && Number(value) >= minimum) return Number(value);
  throw configError(`\`${name}\` must be an integer of at least ${minimum}.`);
}

/** Returns one of the allowed strings. */
export function requireOneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw configError(`\`${name}\` must be one of ${allowed.map((one) => `'${one}'`).join(', ')}.`);
}

/** Returns a function, or undefined. */
export function requireOptionalFunction<T>(name: string, value: T): T {
  if (value === undefined || typeof value === 'function') return value;
  throw configError(`\`${name}\` must be a function.`);
}

/** Whether a value is an AbortSignal of any realm. */
export function isSignal(value: unknown): value is AbortSignal {
  try {
    const { aborted, addEventListener, removeEventListener } = value as Record<string, unknown>;
    return typeof aborted === 'boolean' && Boolean(addEventListener && removeEventListener);
  } catch {
    return false;
  }
}

/** Whether a string has no lone surrogate, which UTF-8 replaces by another character. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Returns an absolute http or https URL that holds no secret and that a path can be appended to. */
export function requireUrl(name: string, value: unknown): string {
  const parsed = isClean(value) && URL.canParse(value) ? new URL(value) : undefined;
  const bare = parsed && !parsed.username && !parsed.password && !/[?#]/.test(parsed.href);
  if (bare && /^https?:$/.test(parsed.protocol)) return parsed.href;
  throw configError(
    `\`${name}\` must be an http or https URL such as https://api.example.com, ` +
      'without white space, credentials, query or fragment.',
  );
}
