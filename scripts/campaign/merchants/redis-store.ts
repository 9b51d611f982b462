import redisDriver from 'unstorage/drivers/redis';

/** Creates a store that processes share. */
export function createRedisStore(url: string) {
  const store = redisDriver({
    url,
    maxRetriesPerRequest: 1,
    commandTimeout: 1500,
    retryStrategy: () => 200,
    autoResendUnfulfilledCommands: false,
    scanCount: 1000,
  });
  // Without a listener, ioredis prints each failure to connect.
  store.getInstance?.().on('error', () => {});
  return store;
}
