// Keeps a journal in Redis.
import type { Redis } from 'ioredis';

/**
 * Creates a store for a journal. Each record is one command, so that no transaction is needed.
 *
 * @param redis Needs a listener for `error`, no `keyPrefix`, and a `commandTimeout` of less than two seconds: a journal
 *   gives up a try after that time.
 */
export function createRedisStore(redis: Redis) {
  return {
    getItem: (key: string): Promise<string | null> => redis.get(key),
    setItem: (key: string, value: string): Promise<'OK'> => redis.set(key, value),
    removeItem: (key: string): Promise<number> => redis.unlink(key),
    getKeys: async (base = ''): Promise<string[]> => {
      const keys: string[] = [];
      // Reads the whole database, 1,000 keys at a time.
      for await (const page of redis.scanStream({ match: `${base}*`, count: 1000 })) keys.push(...page);
      return keys;
    },
  };
}
