import { configError } from './errors.js';

/** How many keys of the caller's are remembered; the oldest go first, so that memory stays flat. */
const GIVEN = 10_000;

/** How many made by the client: few, since a key that outlives its call costs more than the call's check. */
const GENERATED = 1_000;

/** Checks the use of a key, which the caller gave or the client made: a request, with its body as JSON. */
export type GuardKey = (key: string | undefined, use: string, origin: 'given' | 'generated') => void;

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

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Where FNV-1a starts. */
const START = 0x811c9dc5 | 0;

/**
 * A hash of 32 bits, plenty to tell two bodies apart, that is the same whatever order properties are written
 * in: theirs are added up. It is on the way of every write, so it reads the text that is sent anyway: walking
 * through the body itself takes ten times as long.
 */
function hashOf(text: string): number {
  const outer: number[] = [];
  let kind = OPEN_LIST;
  let members = 0;
  let hash = START;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === BACKSLASH) {
      index += 1;
      hash = append(append(hash, unit), text.charCodeAt(index));
    } else if (unit === QUOTE || quoted) {
      if (unit === QUOTE) quoted = !quoted;
      hash = append(hash, unit);
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      outer.push(kind, members, hash);
      kind = unit;
      members = unit;
      hash = START;
    } else if (unit === COMMA) {
      members = add(kind, members, hash);
      hash = START;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
      const inner = add(kind, members, hash);
      hash = mix(outer.pop() ?? 0, inner);
      members = outer.pop() ?? 0;
      kind = outer.pop() ?? 0;
    } else {
      hash = append(hash, unit);
    }
  }
  return add(kind, members, hash);
}

/** One step of FNV-1a, over a UTF-16 unit. */
function append(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of members with one more: the order counts in a list, and not in an object. */
function add(kind: number, members: number, hash: number): number {
  return kind === OPEN_LIST ? mix(members, hash) : (members + mix(0, hash)) | 0;
}

/** One hash of two, of which every bit depends on all of theirs: the finalizer of MurmurHash3. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 31) + second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
