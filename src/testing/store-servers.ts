import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import type { JournalStore } from 'lddpay/journal';
import { createStorage, type Driver } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import redisDriver from 'unstorage/drivers/redis';
import { startRedis } from './redis.js';
import type { StoreKind } from './redis-store.js';

export type Store = Required<JournalStore>;

/** A store as one process has it. */
export interface ConnectedStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** Where the entries are: a folder or a database server. */
export interface StoreServer {
  connect(): Promise<ConnectedStore>;
  /** Takes the store away in the middle of its work: kills the server, or makes the folder unusable. */
  kill(): Promise<void>;
  /** Brings the store back with the data that it kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a store in a folder. Its failure is a file in the place of the folder: root ignores permissions. */
export async function startFolder(kind: StoreKind): Promise<StoreServer> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  await mkdir(join(folder, 'entries'));
  await writeFile(join(folder, 'file'), '');
  const base = join(folder, 'link');
  // In one step, so that no write in between creates the folder again.
  const pointTo = async (target: string) => {
    await symlink(target, join(folder, 'next'));
    await rename(join(folder, 'next'), base);
  };
  await pointTo('entries');
  return {
    connect: async () => ({ store: asStore(fsDriver({ base }), kind), close: async () => {} }),
    kill: () => pointTo('file'),
    restart: () => pointTo('entries'),
    stop: () => rm(folder, { recursive: true }),
  };
}

/** Starts a store in a Redis that keeps its data on disk. */
export async function startRedisStore(kind: StoreKind): Promise<StoreServer> {
  const server = await startRedis({ durable: true });
  return {
    ...server,
    connect: async () => {
      const driver: Driver<unknown, Redis> = redisDriver({
        url: server.url,
        // By default, a command waits for 10 s and longer while Redis is down.
        maxRetriesPerRequest: 1,
        retryStrategy: () => 20,
      });
      // Without a listener, ioredis prints each failure to connect.
      driver.getInstance?.().on('error', () => {});
      return { store: asStore(driver, kind), close: async () => driver.dispose?.() };
    },
  };
}

function asStore(driver: Driver, kind: StoreKind): Store {
  return kind === 'driver' ? (driver as Store) : createStorage({ driver });
}
