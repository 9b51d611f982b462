import { Redis } from 'ioredis';
import redisDriver from 'unstorage/drivers/redis';
import { createRedisStore } from '../../../examples/redis-store.js';

/** What both stores have in common: a store that is down fails within two seconds, and nothing is sent later. */
const OPTIONS = {
  maxRetriesPerRequest: 1,
  commandTimeout: 1500,
  retryStrategy: () => 200,
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: false,
};

/** Creates the store of a journal, which processes share, as the guide does. */
export function createJournalStore(url: string) {
  const redis = new Redis(url, OPTIONS);
  ignoreErrors(redis);
  return createRedisStore(redis);
}

/** Creates a store of tokens, which processes share. */
export function createTokenStore(url: string) {
  const store = redisDriver({ url, ...OPTIONS });
  if (store.getInstance) ignoreErrors(store.getInstance());
  return store;
}

/** Without a listener, ioredis prints each failure to connect. */
function ignoreErrors(redis: Pick<Redis, 'on'>): void {
  redis.on('error', () => {});
}
