import { configError } from '../errors.js';
import { RecentMap } from '../lib/recent-map.js';

/** How many keys of callers are remembered. The oldest are dropped first, so that memory stays constant. */
const GIVEN_CAPACITY = 10_000;

/** How many generated keys are remembered: few, since one that outlives its call costs more than its check. */
const GENERATED_CAPACITY = 1_000;

/**
 * Checks a key that the caller gave or the client generated, and what it is used for.
 *
 * @param use Data without cycles.
 * @returns A function to call once if the use turns out to have had no effect.
 * @throws LddPayError of kind `config` for a key that was used for something else.
 */
export type GuardKey = (
  key: string | undefined,
  use: unknown,
  origin: 'given' | 'generated',
) => (() => void) | undefined;

/** What a key is used for. */
interface KeyUse {
  readonly hash: number;
  /** How many calls with the key are open, or may have taken effect. */
  count: number;
}

/**
 * Remembers what each idempotency key was used for, and refuses to use it for anything else: what an API does
 * then is undocumented, and either outcome is wrong. A key of which no use can have taken effect is forgotten, so
 * that a body that was refused can be corrected under its key.
 */
export function createKeyGuard(
  capacity = { given: GIVEN_CAPACITY, generated: GENERATED_CAPACITY },
): GuardKey {
  // Hashes of their uses, so that card data does not stay in memory.
  const keys = {
    given: new RecentMap<KeyUse>(capacity.given),
    generated: new RecentMap<KeyUse>(capacity.generated),
  };
  return (key, use, origin) => {
    if (key === undefined) return undefined;
    const hash = hashOf(use);
    // A key that was just generated was never used before.
    const known = origin === 'given' ? (keys.given.get(key) ?? keys.generated.get(key)) : undefined;
    if (known && known.hash !== hash) {
      throw configError('`idempotencyKey` was already used with another body or operation. Use another key.');
    }
    const current = known ?? { hash, count: 0 };
    if (!known) keys[origin].set(key, current);
    current.count += 1;
    return () => {
      current.count -= 1;
      if (current.count > 0) return;
      keys.given.delete(key, current);
      keys.generated.delete(key, current);
    };
  };
}

/**
 * Returns a hash that distinguishes two bodies and does not depend on the order of their properties, whose
 * hashes are added. Every write needs it, and it takes a fraction of the time of sorting.
 */
function hashOf(value: unknown): number {
  // With its type, so that `1` and `'1'` differ.
  if (typeof value !== 'object' || value === null) return hashString(typeof value + String(value));
  const members = value as Readonly<Record<string, unknown>>;
  let sum = Number(Array.isArray(value));
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member !== undefined) sum += mix(hashString(name), hashOf(member));
  }
  return sum;
}

/** FNV-1a over UTF-16 code units. */
function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** Combines two hashes into one, every bit of which depends on both: the finalizer of MurmurHash3. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 31) + second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
