import { configError } from './errors.js';

/** How many keys are remembered; the oldest goes first, so that memory stays flat. */
const CAPACITY = 10_000;

/**
 * Remembers what each idempotency key was used for, and refuses to use it for anything else: what an API
 * does then is undocumented, and either outcome is wrong.
 *
 * @returns A check that throws an LddPayError of kind `config`.
 */
export function createKeyGuard(capacity = CAPACITY): (key: string | undefined, use: unknown) => void {
  const uses = new Map<string, number>();
  // In the order of their use: the first key of a Map that was often deleted from takes long to find.
  const keys: string[] = [];
  let oldest = 0;
  return (key, use) => {
    if (key === undefined) return;
    const known = uses.get(key);
    // A hash, so that card data does not stay in memory with the key.
    const hash = hashOf(use);
    if (known === undefined) {
      uses.delete(keys[oldest] ?? key);
      uses.set(key, hash);
      keys[oldest] = key;
      oldest = (oldest + 1) % capacity;
    } else if (known !== hash) {
      throw configError(
        '`idempotencyKey` was used with another body or operation before. Give this one its own.',
      );
    }
  };
}

/** Told apart in what is hashed: `1` and `'1'`, `[]` and `{}`. */
const SEEDS = { string: 1, number: 2, boolean: 3, null: 4, list: 5, object: 6, property: 7 } as const;

/**
 * A hash of 32 bits, plenty to tell two bodies apart, that is the same whatever order properties are written
 * in: theirs are added up. It is on the way of every write, and takes a fraction of what sorting would.
 */
function hashOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return hashText(String(value), SEEDS[typeof value as 'string'] ?? SEEDS.null);
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return hashOf(value.toJSON());
  let sum: number = Array.isArray(value) ? SEEDS.list : SEEDS.object;
  for (const name of Object.keys(value)) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) sum += mix(hashText(name, SEEDS.property), hashOf(member));
  }
  return mix(sum, SEEDS.object);
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** One hash of two, of which every bit depends on all of theirs: the finalizer of MurmurHash3. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 31) + second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
