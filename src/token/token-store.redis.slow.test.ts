import { once } from 'node:events';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuthorizationServer, createAuthorizationServer } from '../testing/authorization-server.js';
import { eager } from '../testing/platform.js';
import { type RedisServer, redisInstalled, startRedis } from '../testing/redis.js';
import { connectRedisStore, STORE_KINDS, type StoreKind } from '../testing/redis-store.js';
import { startServer } from '../testing/server.js';
import { createStoreClient } from '../testing/store-client.js';
import { startWorkers, type Worker, type WorkerResult, type WorkerTask } from '../testing/workers.js';

const WORKERS = 8;
const CALLS = 25;
const SUCCESS: WorkerResult = { succeeded: CALLS, failures: [], problems: [] };

const MISSING = 'skipped without redis-server: apt-get install redis-server';
// So that skipped tests are noticed.
if (!redisInstalled) process.stderr.write(`Tokens shared through Redis: ${MISSING}\n`);

describe.skipIf(!redisInstalled)(
  `clients that share tokens through Redis${redisInstalled ? '' : ` (${MISSING})`}`,
  () => {
    let server: RedisServer;
    let redis: Redis;
    let workers: readonly Worker[];
    beforeAll(async () => {
      [server, workers] = await Promise.all([startRedis(), startWorkers(WORKERS)]);
      redis = new Redis(server.url);
    });
    afterAll(async () => {
      redis?.disconnect();
      await Promise.all([server?.stop(), ...(workers ?? []).map((worker) => worker.stop())]);
    });
    beforeEach(async () => {
      await redis.flushall();
    });

    /** Starts an API for the workers, and creates their task. */
    async function setUpTask(kind: StoreKind): Promise<{ issuer: AuthorizationServer; task: WorkerTask }> {
      const issuer = createAuthorizationServer();
      const { url } = await startServer(issuer.handler);
      return { issuer, task: { baseUrl: url, redisUrl: server.url, kind, calls: CALLS } };
    }

    it.each(STORE_KINDS)('share one token when they start one after another (%s)', async (kind) => {
      const { issuer, task } = await setUpTask(kind);

      const results: WorkerResult[] = [];
      for (const worker of workers) results.push(await worker.run(task));

      expect(results).toEqual(Array(WORKERS).fill(SUCCESS));
      expect(issuer.issued).toHaveLength(1);
    });

    it.each(STORE_KINDS)(
      'request at most one token each when they start at the same instant (%s)',
      async (kind) => {
        const { issuer, task } = await setUpTask(kind);

        const results = await Promise.all(workers.map((worker) => worker.run(task)));

        expect(results).toEqual(Array(WORKERS).fill(SUCCESS));
        expect(issuer.issued.length).toBeGreaterThanOrEqual(1);
        expect(issuer.issued.length).toBeLessThanOrEqual(WORKERS);
      },
    );

    /** Uses a client in this process, with its own connection to Redis. */
    async function withClient<T>(
      kind: StoreKind,
      issuer: AuthorizationServer,
      use: (client: ReturnType<typeof createStoreClient>) => Promise<T>,
    ): Promise<T> {
      const { store, close } = connectRedisStore(server.url, kind);
      try {
        return await use(createStoreClient({ store, issuer, platform: eager }));
      } finally {
        await close();
      }
    }

    it.each(STORE_KINDS)('store a token for no longer than its lifetime (%s)', async (kind) => {
      await withClient(kind, createAuthorizationServer(1000), ({ call }) => call());

      const [key = '', ...others] = await redis.keys('*');
      expect(others).toEqual([]);
      const ttl = await redis.pttl(key);
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(1_000_000);
    });

    it('request a new token after Redis removed the expired one', async () => {
      const issuer = createAuthorizationServer(2);
      const expiries = redis.duplicate();
      await expiries.subscribe('__keyevent@0__:expired');
      const expiry = once(expiries, 'message');
      await withClient('driver', issuer, ({ call }) => call());
      expect(await redis.dbsize()).toBe(1);

      await expiry;
      expiries.disconnect();
      expect(await redis.dbsize()).toBe(0);
      await withClient('driver', issuer, ({ call }) => call());

      expect(issuer.issued).toHaveLength(2);
    });

    it.each(STORE_KINDS)(
      'use the token in Redis after a 401 when another process has renewed it (%s)',
      async (kind) => {
        const issuer = createAuthorizationServer();

        await withClient(kind, issuer, (first) =>
          withClient(kind, issuer, async (second) => {
            await first.call();
            await second.call();
            issuer.revokeAll();
            await first.call();
            await second.call();
          }),
        );

        expect(issuer.issued).toHaveLength(2);
      },
    );

    it.each(STORE_KINDS)('request their own token when Redis is down (%s)', async (kind) => {
      const issuer = createAuthorizationServer();
      const stopped = await startRedis();
      await stopped.stop();
      const { store, close } = connectRedisStore(stopped.url, kind);
      const { call, problems } = createStoreClient({ store, issuer, platform: eager });

      await call();
      await close();

      expect(issuer.issued).toHaveLength(1);
      expect(problems()).toContain('store_unavailable');
    });
  },
);
