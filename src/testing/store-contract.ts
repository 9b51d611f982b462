import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testJournalLife } from './journal-life.js';
import type { ConnectedStore, Store, StoreServer } from './store-servers.js';

/** Tests what a journal relies on, on a real store. */
export function describeStore(name: string, start: () => Promise<StoreServer>, skipped?: string): void {
  // So that skipped tests are noticed.
  if (skipped) process.stderr.write(`The store ${name}: ${skipped}\n`);

  describe.skipIf(skipped)(`${name}${skipped ? ` (${skipped})` : ''}`, () => {
    let server: StoreServer;
    let connected: ConnectedStore;
    let store: Store;
    beforeAll(async () => {
      server = await start();
      connected = await server.connect();
      ({ store } = connected);
    });
    afterAll(async () => {
      await connected?.close();
      await server?.stop();
    });

    it('returns null or undefined for a key that it does not have', async () => {
      expect((await store.getItem('lddpay:intent:none', {})) ?? null).toBe(null);
    });

    it('returns what was written last, as a string or parsed', async () => {
      await store.setItem('lddpay:sent:a', JSON.stringify({ at: 1 }), {});
      await store.setItem('lddpay:sent:a', JSON.stringify({ at: 2 }), {});

      expect(parse(await store.getItem('lddpay:sent:a', {}))).toEqual({ at: 2 });
    });

    it('keeps one of the values that are written at the same time', async () => {
      const values = Array.from({ length: 10 }, (_, index) => ({ index }));
      await Promise.all(values.map((value) => store.setItem('lddpay:sent:b', JSON.stringify(value), {})));

      expect(values).toContainEqual(parse(await store.getItem('lddpay:sent:b', {})));
    });

    it('removes an entry, and accepts that there is none', async () => {
      await store.setItem('lddpay:sent:c', '{}', {});
      await store.removeItem('lddpay:sent:c', {});
      await store.removeItem('lddpay:sent:c', {});

      expect((await store.getItem('lddpay:sent:c', {})) ?? null).toBe(null);
    });

    it('lists the keys below a base, perhaps among others', async () => {
      const names = Array.from({ length: 50 }, (_, index) => `lddpay:intent:${index}`);
      await Promise.all(names.map((key) => store.setItem(key, '{}', {})));
      await store.setItem('lddpay:intents:0', '{}', {});

      expect(await listKeys(store, 'lddpay:intent:')).toEqual(names.sort());
    });

    it('keeps every acknowledged entry when it fails in the middle of writes', async () => {
      const acknowledged: number[] = [];
      const write = async (index: number) => {
        await store.setItem(`lddpay:done:${index}`, JSON.stringify({ index }), {});
        acknowledged.push(index);
        if (acknowledged.length === 100) await server.kill();
      };
      const writes = await Promise.allSettled(
        Array.from({ length: 8 }, (_, lane) => writeUntilFailure(write, lane)),
      );
      expect(writes.map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
      await server.restart();

      const later = await server.connect();
      const kept = await Promise.all(
        acknowledged.map(async (index) => parse(await later.store.getItem(`lddpay:done:${index}`, {}))),
      );
      expect(kept.filter(Boolean)).toHaveLength(acknowledged.length);
      expect(kept).toEqual(acknowledged.map((index) => ({ index })));
      await later.close();
    });

    it('reports an error while it is down, and works again afterwards', async () => {
      await store.setItem('lddpay:sent:d', '{"at":1}', {});
      await server.kill();

      expect(await fails(() => store.setItem('lddpay:sent:d', '{"at":2}', {}))).toBe(true);
      expect(await fails(() => store.getItem('lddpay:sent:d', {}))).toBe(true);
      expect(await fails(() => store.getKeys('lddpay:sent:', {}))).toBe(true);

      await server.restart();
      expect(parse(await store.getItem('lddpay:sent:d', {}))).toEqual({ at: 1 });
      await store.setItem('lddpay:sent:d', '{"at":3}', {});
      expect(parse(await store.getItem('lddpay:sent:d', {}))).toEqual({ at: 3 });
    });

    testJournalLife(() => server);
  });
}

/** Writes every eighth entry from the given one on. Bounded, so that a store that never fails ends the test. */
async function writeUntilFailure(write: (index: number) => Promise<void>, first: number): Promise<void> {
  for (let index = first; index < 80_000; index += 8) await write(index);
}

/** Lists the keys that begin with a base. The file system driver of unstorage ignores the base and joins by slashes. */
async function listKeys(store: Store, base: string): Promise<string[]> {
  const keys = (await store.getKeys(base, {})) as string[];
  return keys
    .map((key) => key.replaceAll('/', ':'))
    .filter((key) => key.startsWith(base))
    .sort();
}

/** Drivers return strings, storages parse them. */
function parse(item: unknown): unknown {
  return typeof item === 'string' ? JSON.parse(item) : item;
}

/** The file system driver of unstorage returns some errors instead of throwing them. */
async function fails(operation: () => unknown): Promise<boolean> {
  try {
    return (await operation()) instanceof Error;
  } catch {
    return true;
  }
}
