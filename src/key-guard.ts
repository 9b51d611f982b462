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
  return (key, use) => {
    if (key === undefined) return;
    const known = uses.get(key);
    // A hash, so that card data does not stay in memory with the key.
    const hash = hashOf(canonicalJson(use));
    if (known === undefined) {
      uses.set(key, hash);
      if (uses.size > capacity) uses.delete(uses.keys().next().value ?? key);
    } else if (known !== hash) {
      throw configError(
        '`idempotencyKey` was used with another body or operation before. Give this one its own.',
      );
    }
  };
}

/** JSON that is the same whatever order properties were written in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** Two hashes of the kind of FNV-1a as one of 53 bits: plenty to tell two bodies apart, and synchronous. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
