import type { StoredIntent } from './intent.js';
import type { Sent } from './sent.js';
import type { Records } from './store.js';

/** The requests whose fate may not be known yet. */
export type Requests = ReturnType<typeof createRequests>;

/** Keeps each request for an intent apart from those of other processes, which write its other records too. */
export function createRequests(records: Records) {
  /** Announces a request: whoever is refused meanwhile knows that this one can still take effect. */
  async function announce({ hash, sent }: StoredIntent): Promise<void> {
    await records.write('request', `${hash}:${sent.by}`, { last: sent.last });
  }

  /** Takes an announcement back, of a request that was not sent or whose fate is known. */
  async function withdraw({ hash, sent }: StoredIntent): Promise<void> {
    // What is left of it only makes others wait.
    await records.remove('request', `${hash}:${sent.by}`).catch(() => {});
  }

  /** Returns until when other requests for an intent may be sent, by the clock of the API in ms; 0 without any. */
  async function lastOfOthers({ hash, sent }: StoredIntent): Promise<number> {
    const ids = await records.list('request', `${hash}:`);
    const others = ids.filter((id) => id !== `${hash}:${sent.by}`);
    const requests = await Promise.all(others.map((id) => records.read('request', id)));
    return Math.max(0, ...requests.map((request) => (request as Pick<Sent, 'last'> | undefined)?.last ?? 0));
  }

  return { announce, withdraw, lastOfOthers };
}
