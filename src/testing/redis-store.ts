import type { Redis } from 'ioredis';
import { createStorage, type Driver } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';
import type { ClientOptions } from '../options.js';

/** The two ways to use unstorage: a driver returns strings as they are, a storage parses JSON. */
export const STORE_KINDS = ['driver', 'storage'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

export interface RedisStore {
  readonly store: NonNullable<ClientOptions['store']>;
  close(): Promise<void>;
}

/** Creates a store in Redis the way a user does. */
export function connectRedisStore(url: string, kind: StoreKind): RedisStore {
  // The type that all drivers have in common, so that the store option must accept every driver.
  const driver: Driver<unknown, Redis> = redisDriver({ url });
  // Without a listener, ioredis prints each failure to connect.
  driver.getInstance?.().on('error', () => {});
  const close = async () => driver.dispose?.();
  return kind === 'driver' ? { store: driver, close } : { store: createStorage({ driver }), close };
}
