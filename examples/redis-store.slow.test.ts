import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe.skipIf(!redisInstalled)('the store for Redis', () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  let store: ReturnType<typeof createRedisStore>;
  beforeEach(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    store = createRedisStore(redis);
  });
  afterEach(async () => {
    redis.disconnect();
    await server.stop();
  });

  it('lists keys of any characters, over several pages', async () => {
    const names = Array.from({ length: 2500 }, (_, index) => `shop:intent:${index}`);
    const unusual = ['shop:intent:', 'shop:intent:é', 'shop:intent:注文', 'shop:intent:🛒/1*[a]'];
    const others = ['shop:inten', 'shop:intent', 'shop:intent;', 'shop:sent:1', 'shoq:intent:1'];
    await Promise.all([...names, ...unusual, ...others].map((key) => store.setItem(key, '{}')));

    expect((await store.getKeys('shop:intent:')).sort()).toEqual([...names, ...unusual].sort());
    expect(await store.getKeys()).toHaveLength(2509);
  });

  it('does not read the whole database for a list', async () => {
    await store.setItem('shop:intent:1', '{}');
    await redis.set('shop:intent:2', 'of another program');

    expect(await store.getKeys('shop:intent:')).toEqual(['shop:intent:1']);
    expect(await redis.info('commandstats')).not.toMatch(/^cmdstat_(scan|keys)/m);
  });

  it('lists a key that was written twice once, and a removed one no more', async () => {
    await store.setItem('shop:intent:1', '{}');
    await store.setItem('shop:intent:1', '{"at":2}');
    expect(await store.getKeys('shop:')).toEqual(['shop:intent:1']);

    await store.removeItem('shop:intent:1');
    expect(await store.getKeys('shop:')).toEqual([]);
    expect(await redis.dbsize()).toBe(0);
  });

  it('refuses another database than 0, which ioredis does not leave where it cannot select it', () => {
    const other = new Redis(server.url, { db: 1, lazyConnect: true });

    expect(() => createRedisStore(other)).toThrow(/^Use database 0/);
    other.disconnect();
  });

  it('refuses a `keyPrefix`, which its lists would not have', () => {
    const other = new Redis(server.url, { keyPrefix: 'shop:', lazyConnect: true });

    expect(() => createRedisStore(other)).toThrow(/^Use the `prefix` of the journal/);
    other.disconnect();
  });

  it('rejects, and writes nothing, where Redis has no memory left', async () => {
    await store.setItem('shop:intent:1', '{}');
    await redis.config('SET', 'maxmemory', '1');

    await expect(store.setItem('shop:intent:2', '{}')).rejects.toThrow(/OOM/);
    expect(await store.getKeys('shop:')).toEqual(['shop:intent:1']);
    await store.removeItem('shop:intent:1');
    expect(await redis.dbsize()).toBe(0);
  });

  it('rejects, and writes nothing, where the key of its index holds something else', async () => {
    await redis.set('lddpay-journal-keys', 'of another program');

    await expect(store.setItem('shop:intent:1', '{}')).rejects.toThrow(/WRONGTYPE/);
    expect(await store.getItem('shop:intent:1')).toBeNull();
    await expect(store.getKeys('shop:')).rejects.toThrow(/WRONGTYPE/);
  });
});
