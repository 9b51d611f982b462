import type { Redis } from 'ioredis';
import { createStorage, type Driver } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';
import type { ClientOptions } from '../options.js';

/** The two ways to use unstorage: the driver passes texts on as they are, the storage parses JSON. */
export const KINDS = ['driver', 'storage'] as const;
export type Kind = (typeof KINDS)[number];

export interface RedisStore {
  readonly store: NonNullable<ClientOptions['store']>;
  close(): Promise<void>;
}

/** A store in Redis as a user would set it up. */
export function redisStore(url: string, kind: Kind): RedisStore {
  // Of the type that all drivers have in common: whatever it allows has to fit.
  const driver: Driver<unknown, Redis> = redisDriver({ url });
  // Without a listener ioredis prints each failure to connect.
  driver.getInstance?.().on('error', () => {});
  const close = async () => driver.dispose?.();
  return kind === 'driver' ? { store: driver, close } : { store: createStorage({ driver }), close };
}
