import { type ErrorDetails, LddPayError } from '../../errors.js';
import { createRecentMap } from '../../lib/recent-map.js';
import type { Effect } from '../look/finding.js';
import type { JournalConfig } from '../options.js';
import type { Done, Settlement } from '../settlement.js';
import { fingerprint, type Intent, isAnonymous, type Sent, type StoredIntent } from './intent.js';
import type { Records } from './store.js';

/** A refusal as it is kept. */
interface Refusal {
  /** The announcement of the last request. */
  readonly by: string;
  readonly error: object;
}

/** Which intent an effect belongs to. */
interface Claim {
  readonly hash: string;
  /** Whether that was found by looking, not by a response. */
  readonly isFound: boolean;
  /** Until when the key of an intent that was forgotten can be alive, by the clock of the API in ms. */
  readonly until?: number | undefined;
}

/** What is left of an intent that is done and was forgotten, while its key can be alive. */
interface Forgotten extends Omit<Done, 'state'> {
  /** By the clock of the API, in ms since the Unix epoch. */
  readonly until: number;
  /** Its fingerprint. */
  readonly of: string;
}

/** The records of one intent. */
export interface StoredState {
  readonly stored?: StoredIntent | undefined;
  readonly settled?: Settlement | undefined;
  readonly forgotten?: Forgotten | undefined;
}

/** Another intent that may have caused an effect. */
export interface Rival {
  /** Undefined when there is no record of it. */
  readonly stored?: StoredIntent | undefined;
  /** Whether it is done or refused. */
  readonly isSettled: boolean;
  readonly effectId?: string | undefined;
}

/** What is kept of intents. */
export type IntentRecords = ReturnType<typeof createIntentRecords>;

/**
 * Keeps what intents came to, and which effects belong to them.
 *
 * @param now Returns the time of the API, in ms since the Unix epoch.
 */
export function createIntentRecords(
  records: Records,
  { exclusive, keyLifetime }: JournalConfig,
  now: () => number,
) {
  /** The claims of this process, by the ids of effects. */
  const claims = createRecentMap<Claim>();

  async function findClaim(effectId: string): Promise<Claim | undefined> {
    // That of the store first: another process may have forgotten the intent of this one's.
    return ((await records.read('claim', toRecordId(effectId))) as Claim | undefined) ?? claims.get(effectId);
  }

  /** Returns the hash of the intent that an effect is known to belong to; '' for one that was forgotten. */
  async function findOwner(effectId: string): Promise<string | undefined> {
    const claim = await findClaim(effectId);
    return claim?.until === undefined ? claim?.hash : '';
  }

  /**
   * Whether an effect that a response shows to one intent belongs to another. A response to the own key says more than
   * what another intent found by looking. While the key of a forgotten intent lives, its name stands for the same key.
   */
  async function isOfAnother(effectId: string, hash: string): Promise<boolean> {
    const claim = await findClaim(effectId).catch(() => claims.get(effectId));
    if (!claim || claim.isFound) return false;
    return claim.hash !== hash || (claim.until !== undefined && claim.until < now());
  }

  /** Reads an intent as a rival of others for an effect. */
  async function readRival(hash: string): Promise<Rival> {
    const { stored, settled } = await readState(hash);
    const effectId = settled?.state === 'done' ? settled.id : undefined;
    return { stored, isSettled: settled !== undefined, effectId };
  }

  /** Reads what is known of an intent. */
  async function readState(hash: string): Promise<StoredState> {
    const [intent, sent, done, refused, forgotten] = await Promise.all([
      records.read('intent', hash) as Promise<Intent | undefined>,
      records.read('sent', hash) as Promise<Sent | undefined>,
      records.read('done', hash) as Promise<Omit<Done, 'state'> | undefined>,
      records.read('refused', hash) as Promise<Refusal | undefined>,
      records.read('forgotten', hash) as Promise<Forgotten | undefined>,
    ]);
    const stored = intent && { hash, intent, sent: sent ?? intent.sent };
    // A refusal does not count any more once another request was announced.
    const isRefused = refused && (!stored || refused.by === stored.sent.by);
    let settled: Settlement | undefined;
    if (isRefused) settled = { state: 'refused', error: toError(refused.error) };
    if (done) settled = { state: 'done', ...done };
    return { stored, settled, forgotten };
  }

  /** Writes a record of an intent, unless that was forgotten meanwhile: its name may stand for another one by now. */
  async function keepIfKnown(
    stored: StoredIntent,
    kind: 'sent' | 'done' | 'refused',
    value: object,
  ): Promise<boolean> {
    await records.write(kind, stored.hash, value);
    if (!(await isForgotten(stored))) return true;
    await records.remove(kind, stored.hash);
    return false;
  }

  /** Announces a request: whoever is refused meanwhile knows that this one can still take effect. */
  async function announce(hash: string, { by, last }: Sent): Promise<void> {
    await records.write('request', `${hash}:${by}`, { last });
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

  /** Whether an intent was forgotten since it was read. */
  async function isForgotten({ hash }: StoredIntent): Promise<boolean> {
    return (await records.read('intent', hash)) === undefined;
  }

  /** Keeps that an intent is done. It stays true when the store fails: a later look shows it again. */
  async function keepDone(stored: StoredIntent, done: Omit<Done, 'state'>, isFound = false): Promise<Done> {
    const { hash, intent } = stored;
    const { id, approved, empty, ...shown } = done;
    const isShared = exclusive && isAnonymous(intent.operationId);
    const claim = { hash, isFound };
    if (!empty) claims.set(id, claim);
    try {
      // Those that share effects find the claim in the record of the one that is done.
      if (!empty && !isShared) await records.write('claim', toRecordId(id), claim);
      const [isKept] = await Promise.all([
        keepIfKnown(stored, 'done', { id, approved, empty }),
        withdraw(stored),
      ]);
      if (!isKept && !empty) await giveUp(stored, id);
    } catch {
      // The store has failed three times.
    }
    return { state: 'done', id, approved, empty, ...shown };
  }

  /** Keeps that a look found the effect of an intent. */
  async function keepFound(stored: StoredIntent, { id, approved, payment, action }: Effect): Promise<Done> {
    return keepDone(stored, { id, approved, payment, action }, true);
  }

  /**
   * Takes the announcement of a request back where another process settled the intent before it.
   *
   * @param before The announcement before it; undefined when none was known.
   * @returns What the intent came to; undefined when the request may be sent.
   */
  async function giveWay(
    { hash, sent }: StoredIntent,
    before: Sent | undefined,
  ): Promise<Settlement | undefined> {
    const [done, refused] = (await Promise.all([
      records.read('done', hash),
      records.read('refused', hash),
    ])) as [object | undefined, Refusal | undefined];
    if (!done && !refused) return undefined;
    const last = before ?? ((await records.read('sent', hash)) as Sent | undefined);
    const isRefused = refused && refused.by === (last?.by ?? refused.by);
    if (!done && !isRefused) return undefined;
    await records.write('sent', hash, last ?? { ...sent, by: refused?.by ?? sent.by });
    return (await readState(hash)).settled;
  }

  /** Makes an effect that of an intent that was forgotten: no other one may take it. */
  async function giveUp({ hash, sent }: StoredIntent, effectId: string): Promise<void> {
    const claim = { hash, isFound: false, until: sent.last + keyLifetime };
    claims.set(effectId, claim);
    await records.write('claim', toRecordId(effectId), claim);
  }

  /**
   * Removes the records of an intent. What is left says that no other intent may take its effect and, while its key can
   * be alive, what its name stands for.
   */
  async function forget(hash: string, { stored, settled }: StoredState): Promise<void> {
    if (stored && settled?.state === 'done') {
      const { id, approved, empty } = settled;
      if (!empty) await giveUp(stored, id);
      const until = stored.sent.last + keyLifetime;
      const of = await fingerprint(stored.intent);
      await records.write('forgotten', hash, { id, approved, empty, until, of });
    }
    // The intent first: what is left when this is interrupted still says that it is settled.
    for (const kind of ['intent', 'sent', 'done', 'refused'] as const) await records.remove(kind, hash);
    if (stored?.intent.id) await records.remove('return', `${stored.intent.id}:${hash}`);
  }

  return {
    findOwner,
    isOfAnother,
    readRival,
    readState,
    keepIfKnown,
    announce,
    withdraw,
    lastOfOthers,
    isForgotten,
    keepDone,
    keepFound,
    giveWay,
    forget,
  };
}

/** Creates the error of a refusal that was kept. */
export function toError(json: object): LddPayError {
  const { message, ...details } = json as ErrorDetails & { message: string };
  return new LddPayError(message, details);
}

/** The ids of the API contain characters of which a file name may not distinguish the case. */
function toRecordId(effectId: string): string {
  return encodeURIComponent(effectId.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[%A-Z]/g,
    (character) => `-${character.charCodeAt(0)}-`,
  );
}
