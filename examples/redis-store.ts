// Keeps a journal in Redis.
import type { Redis } from 'ioredis';

/** A sorted set of the keys of all records: to find keys itself, Redis reads its whole database. */
const INDEX = 'lddpay-journal-keys';

const SET = `redis.call('zadd', KEYS[1], 0, KEYS[2]) return redis.call('set', KEYS[2], ARGV[1])`;
const REMOVE = `redis.call('unlink', KEYS[2]) return redis.call('zrem', KEYS[1], KEYS[2])`;

const PAGE_SIZE = 1000;

/**
 * Creates a store for a journal. One script writes a record and its key in the index: both, or neither.
 *
 * @param redis Needs a listener for `error`, no `keyPrefix`, database 0, and a `commandTimeout` of less than two
 *   seconds: a journal gives up a try after that time.
 * @throws {TypeError} Where it has a `keyPrefix` or another database.
 */
export function createRedisStore(redis: Redis) {
  if (redis.options.db) {
    throw new TypeError('Use database 0: ioredis stays there when it cannot select another one.');
  }
  if (redis.options.keyPrefix) {
    throw new TypeError('Use the `prefix` of the journal: lists of keys have no `keyPrefix`.');
  }
  return {
    getItem: (key: string): Promise<string | null> => redis.get(key),
    setItem: (key: string, value: string): Promise<unknown> => redis.eval(SET, 2, INDEX, key, value),
    removeItem: (key: string): Promise<unknown> => redis.eval(REMOVE, 2, INDEX, key),
    getKeys: async (base = ''): Promise<string[]> => {
      const keys: string[] = [];
      const end = `(${base}\u{10ffff}`;
      for (let start = `[${base}`; ; start = `(${keys.at(-1)}`) {
        const page = await redis.zrangebylex(INDEX, start, end, 'LIMIT', 0, PAGE_SIZE);
        keys.push(...page);
        if (page.length < PAGE_SIZE) return keys;
      }
    },
  };
}
