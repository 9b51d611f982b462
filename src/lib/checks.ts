import { configError } from '../errors.js';

/** A text that is not empty. */
export function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw configError(`\`${name}\` must be a text that is not empty.`);
}

/** A duration in milliseconds. */
export function milliseconds(name: string, value: unknown): number {
  // Timers overflow past 2^31 - 1 ms and then fire at once.
  if (typeof value === 'number' && value > 0 && value < 2 ** 31) return value;
  throw configError(`\`${name}\` must be a number of milliseconds, more than 0 and less than 2^31.`);
}

/** A whole number that is not negative. */
export function count(name: string, value: unknown): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw configError(`\`${name}\` must be a whole number that is not negative.`);
}

/** One of a few texts. */
export function oneOf<T extends string>(name: string, value: T, members: readonly T[]): T {
  if (members.includes(value)) return value;
  throw configError(`\`${name}\` must be one of ${members.map((member) => `'${member}'`).join(', ')}.`);
}

/** A function, or a value without one. */
export function optionalFunction<T>(name: string, value: T): T {
  if (value === undefined || typeof value === 'function') return value;
  throw configError(`\`${name}\` must be a function.`);
}

/** Something that can abort a call. */
export function isSignal(value: unknown): value is AbortSignal {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
}

/** An absolute http or https URL that holds nothing secret and can be extended by a path. */
export function url(name: string, value: unknown): string {
  const parsed = typeof value === 'string' ? parseUrl(value) : undefined;
  const bare = parsed && !parsed.username && !parsed.password && !/[?#]/.test(parsed.href);
  if (bare && /^https?:$/.test(parsed.protocol)) return parsed.href;
  throw configError(
    `\`${name}\` must be an absolute http or https URL without credentials, query or fragment, ` +
      'such as https://api.example.com.',
  );
}

function parseUrl(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}
