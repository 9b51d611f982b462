import { configError } from '../errors.js';

/** How many keys of the caller's are remembered; the oldest go first, so that memory stays flat. */
const GIVEN = 10_000;

/** How many made by the client: few, since a key that outlives its call costs more than the call's check. */
const GENERATED = 1_000;

/** Checks the use of a key, which the caller gave or the client made. */
export type GuardKey = (key: string | undefined, use: unknown, origin: 'given' | 'generated') => void;

/**
 * Remembers what each idempotency key was used for, and refuses to use it for anything else: what an API
 * does then is undocumented, and either outcome is wrong.
 *
 * @returns A check that throws an LddPayError of kind `config`.
 */
export function createKeyGuard(capacity = { given: GIVEN, generated: GENERATED }): GuardKey {
  const uses = { given: new Uses(capacity.given), generated: new Uses(capacity.generated) };
  return (key, use, origin) => {
    if (key === undefined) return;
    const hash = hashOf(use);
    // One that was just made was never used.
    const known = origin === 'given' ? (uses.given.get(key) ?? uses.generated.get(key)) : undefined;
    if (known === undefined) {
      uses[origin].add(key, hash);
    } else if (known !== hash) {
      throw configError(
        '`idempotencyKey` was used with another body or operation before. Give this one its own.',
      );
    }
  };
}

/** The last uses, as hashes, so that card data does not stay in memory with the key. */
class Uses {
  readonly #capacity: number;
  // Two generations, of which the elder is dropped as a whole: deleting single keys takes longer than the rest.
  #elder = new Map<string, number>();
  #younger = new Map<string, number>();

  /** @param capacity How many are remembered at least; twice as many at most. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): number | undefined {
    return this.#younger.get(key) ?? this.#elder.get(key);
  }

  add(key: string, hash: number): void {
    if (this.#younger.size === this.#capacity) {
      this.#elder = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, hash);
  }
}

/**
 * A hash, plenty to tell two bodies apart, that is the same whatever order properties are written in: theirs
 * are added up. It is on the way of every write, and takes a fraction of what sorting would.
 */
function hashOf(value: unknown): number {
  // With its type, so that `1` and `'1'` differ.
  if (typeof value !== 'object' || value === null) return hashText(typeof value + String(value));
  const members = value as Readonly<Record<string, unknown>>;
  if (typeof members['toJSON'] === 'function') return hashOf(members['toJSON']());
  let sum = Number(Array.isArray(value));
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member !== undefined) sum += mix(hashText(name), hashOf(member));
  }
  return sum;
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
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
