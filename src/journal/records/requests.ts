import type { Core } from '../../call/core.js';
import { type Announcement, endOf, type KeyEnd, startOf } from './announcement.js';
import type { StoredIntent } from './intent.js';
import type { Records } from './store.js';

/** The requests whose outcome may not be known yet. */
export type Requests = ReturnType<typeof createRequests>;

/** Keeps each request for an intent apart from those of other processes, which write its other records too. */
export function createRequests(records: Records, core: Core) {
  /** Announces a request: whoever is refused meanwhile knows that this one can still take effect. */
  async function announce({ hash, sent }: StoredIntent): Promise<void> {
    await records.write('request', `${hash}:${sent.by}`, sent);
  }

  /** Takes an announcement back, of a request that was not sent or whose outcome is known. */
  async function withdraw({ hash, sent }: StoredIntent): Promise<void> {
    // What is left of it only makes others wait.
    await records.remove('request', `${hash}:${sent.by}`).catch(() => {});
  }

  /** Notes that nothing came of a request, nor of any before it. */
  async function noteNoEffect({ hash, sent }: StoredIntent): Promise<void> {
    await records.write('request', `${hash}:${sent.by}`, { ...sent, last: 0 }).catch(() => {});
  }

  /** Whether surely nothing came of any request before one that was announced. */
  async function hadNoEffect(announced: StoredIntent, before: Announcement): Promise<boolean> {
    const noted = (await records.read('request', `${announced.hash}:${before.by}`)) as
      | Announcement
      | undefined;
    return noted?.last === 0 && (await lastOfOthers(announced)) === 0;
  }

  /** Returns the other requests for an intent. */
  async function listOthers({ hash, sent }: StoredIntent): Promise<Announcement[]> {
    const ids = await records.list('request', `${hash}:`);
    const others = ids.filter((id) => id !== `${hash}:${sent.by}`);
    const requests = await Promise.all(others.map((id) => records.read('request', id)));
    return requests.filter((request) => request !== undefined) as Announcement[];
  }

  /** Returns until when other requests for an intent may be sent, by the clock of the API in ms; 0 without any. */
  async function lastOfOthers(stored: StoredIntent): Promise<number> {
    const others = await listOthers(stored);
    return Math.max(0, ...others.map((request) => endOf(request, core)));
  }

  /**
   * Completes an intent of which no request seems to be announced: where two processes began it at once, the record of
   * one that could send nothing can have replaced that of the other.
   */
  async function complete(stored: StoredIntent): Promise<StoredIntent> {
    // A name is free once the key of what was forgotten under it has expired: an older request is of that.
    const left = (await records.read('forgotten', stored.hash)) as KeyEnd | undefined;
    const from = left ? endOf({ last: left.until, at: left.at }, core) : 0;
    const others = (await listOthers(stored)).filter((one) => !one.last || endOf(one, core) >= from);
    const [earliest] = others.sort((a, b) => startOf(a, core) - startOf(b, core));
    if (!earliest) return stored;
    const { first, date } = earliest;
    const [{ last, at } = earliest] = others.sort((a, b) => endOf(b, core) - endOf(a, core));
    return { ...stored, sent: { ...stored.sent, first, date, last, at } };
  }

  return { announce, withdraw, noteNoEffect, hadNoEffect, lastOfOthers, complete };
}
