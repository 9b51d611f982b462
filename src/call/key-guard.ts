import { configError, type Outcome } from '../errors.js';
import { mustBe } from '../lib/checks.js';
import { createRecentMap } from '../lib/recent-map.js';
import type { KeyUse } from '../request/context.js';

/** What is known of a key. */
export interface KeyRecord extends KeyUse {
  readonly key: string;
  /** Of what it is used for: card data must not stay in memory. */
  readonly hash: number;
  /** How many calls are in progress. */
  calls: number;
  /** Whether the outcome of the last call that may have taken effect is unknown; undefined before such a call has ended. */
  isOutcomeUnknown: boolean | undefined;
  /** When the first body was signed, in ms since the Unix epoch. All others are signed alike, so that they are equal. */
  readonly signedAt: number;
}

/** Remembers what idempotency keys are used for, and what came of it. */
export interface KeyGuard {
  /**
   * Notes that a key is used.
   *
   * @param use Data without cycles.
   * @param date Now, in ms since the Unix epoch.
   * @throws LddPayError of kind `config` for a key that may have taken effect for something else.
   */
  use(key: string, use: unknown, date: number): KeyRecord;
  /** Notes what came of a use: undefined for a success. Without an effect, it is forgotten. */
  end(record: KeyRecord, outcome: Outcome | undefined): void;
  /** Returns what is known of a key; undefined when no call with it may have taken effect. */
  find(key: string): KeyRecord | undefined;
}

/**
 * Creates a guard that refuses to use a key for anything else: what an API does then is undocumented, and either
 * outcome is wrong. A key of which no use can have taken effect is free again, so that a body that was refused can be
 * corrected under its key.
 *
 * @param capacity How many keys are remembered that took effect, and ten times as many that are in use or whose outcome
 *   is unknown, so that memory stays constant.
 */
export function createKeyGuard(capacity = 10_000): KeyGuard {
  const effective = createRecentMap<KeyRecord>(capacity);
  // On their own, so that successes do not push them out: to forget that one may have taken effect can charge twice.
  const open = createRecentMap<KeyRecord>(10 * capacity);
  const find = (key: string) => open.get(key) ?? effective.get(key);
  return {
    find,

    use(key, use, date) {
      const hash = hashOf(use);
      const record = find(key) ?? {
        key,
        hash,
        calls: 0,
        isOutcomeUnknown: undefined,
        signedAt: date,
        sentAt: undefined,
      };
      if (record.hash !== hash) {
        throw record.isOutcomeUnknown
          ? configError(
              'A call with this `idempotencyKey` and another body may have taken effect. Repeat or reconcile that call.',
            )
          : mustBe('idempotencyKey', 'another one: it was already used for something else');
      }
      record.calls += 1;
      open.set(key, record);
      return record;
    },

    end(record, outcome) {
      const { key } = record;
      record.calls -= 1;
      if (!outcome || outcome === 'unknown') record.isOutcomeUnknown = outcome === 'unknown';
      if (record.calls || record.isOutcomeUnknown) return;
      // It may have been dropped, and the key used again.
      if (open.get(key) === record) open.delete(key);
      if (record.isOutcomeUnknown === false) effective.set(key, record);
    },
  };
}

/**
 * Returns a hash that distinguishes two bodies and does not depend on the order of their properties, whose
 * hashes are added. It takes a fraction of the time of sorting.
 *
 * @param seed The hash of the way to the value.
 */
function hashOf(value: unknown, seed = 1): number {
  if (typeof value === 'object' && value) {
    let sum = hashOf(Array.isArray(value) ? '[' : '{', ~seed);
    for (const [name, member] of Object.entries(value)) sum += hashOf(member, hashOf(name, seed));
    return sum;
  }
  // FNV-1a over UTF-16 code units. With another seed for strings, so that `1` and `'1'` differ.
  let hash = typeof value === 'string' ? seed : ~seed;
  const text = `${value}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // As in Mulberry32, so that every bit depends on all others: sums of plain FNV hashes collide.
  return Math.imul(hash ^ (hash >>> 15), hash | 1);
}
