import { Redis } from 'ioredis';
import redisDriver from 'unstorage/drivers/redis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisInstalled, startRedis } from '../src/testing/redis.js';
import { describeStore } from '../src/testing/store-contract.js';
import type { StoreServer } from '../src/testing/store-servers.js';
import { createRedisStore } from './redis-store.js';

const MISSING = 'skipped without Redis: apt-get install redis-server';

async function startRedisStore(): Promise<StoreServer> {
  const server = await startRedis({ durable: true });
  const connect = async () => {
    const redis = new Redis(server.url, { maxRetriesPerRequest: 1, retryStrategy: () => 20 });
    redis.on('error', () => {});
    return { store: createRedisStore(redis), close: async () => redis.disconnect() };
  };
  return { ...server, connect };
}

describeStore('Redis', startRedisStore, redisInstalled ? undefined : MISSING);

describe.skipIf(!redisInstalled)('the records of the Redis driver of unstorage', () => {
  it('are those of this store, under the same keys', async () => {
    const server = await startRedis();
    const driver = redisDriver({ url: server.url });
    const redis = new Redis(server.url);
    onTestFinished(async () => {
      await driver.dispose?.();
      redis.disconnect();
      await server.stop();
    });
    const store = createRedisStore(redis);
    await driver.setItem?.('live:shop-1:intent:1', 'of the driver', {});
    await store.setItem('live:shop-1:intent:2', 'of the store');

    expect(await store.getItem('live:shop-1:intent:1')).toBe('of the driver');
    expect(await driver.getItem('live:shop-1:intent:2', {})).toBe('of the store');
    expect((await store.getKeys('live:shop-1:intent:')).sort()).toEqual(
      (await driver.getKeys('live:shop-1:intent:', {})).sort(),
    );
  });
});
