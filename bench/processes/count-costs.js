import { createStorage } from 'unstorage';
import { createWrites } from '../contenders/lddpay-journal.js';

/**
 * Makes writes one after another with a new client, and counts what they cost.
 *
 * @param {'plain' | 'journal' | 'exclusive'} way
 * @param {string} url The URL of the server of the benchmark.
 * @param {import('lddpay').Fetch} fetch
 * @param {'requestPayment' | 'refundPayment'} operation
 * @param {number} calls
 * @returns All requests, with that for the token, and the most that any write needed of the store: `writes` and
 * `reads`, and `writesBefore` its first request.
 */
export async function countCosts(way, url, fetch, operation, calls) {
  const storage = createStorage();
  let requests = 0;
  let [writes, reads] = [0, 0];
  let writesBefore;
  const countedFetch = (target, init) => {
    requests += 1;
    if (!target.endsWith('/token')) writesBefore ??= writes;
    return fetch(target, init);
  };
  const store = {
    getItem(...args) {
      reads += 1;
      return storage.getItem(...args);
    },
    setItem(...args) {
      writes += 1;
      return storage.setItem(...args);
    },
    removeItem(...args) {
      writes += 1;
      return storage.removeItem(...args);
    },
    getKeys(...args) {
      reads += 1;
      return storage.getKeys(...args);
    },
  };
  const call = createWrites(way, url, countedFetch, store)[operation];
  const most = { writes: 0, writesBefore: 0, reads: 0 };
  for (let made = 0; made < calls; made += 1) {
    [writes, reads, writesBefore] = [0, 0, undefined];
    await call();
    for (const [name, count] of Object.entries({ writes, writesBefore, reads })) {
      most[name] = Math.max(most[name], count);
    }
  }
  return { requests, ...most };
}
