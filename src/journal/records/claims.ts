import type { Core } from '../../call/core.js';
import { createRecentMap } from '../../lib/recent-map.js';
import type { JournalConfig } from '../options.js';
import { endOf, type KeyEnd, keyEndOf } from './announcement.js';
import type { StoredIntent } from './intent.js';
import type { Records } from './store.js';

/** Which intent an effect belongs to. */
interface Claim extends Partial<KeyEnd> {
  readonly hash: string;
  /** Whether that was found by looking, not by a response. */
  readonly isFound: boolean;
}

/** Effects that responses to an intent have named. */
interface Named {
  readonly ids: readonly string[];
  /** That of the intent. */
  readonly follows?: string | undefined;
}

/** Which effects belong to which intents. */
export type Claims = ReturnType<typeof createClaims>;

/** Keeps which effects belong to which intents. That of an intent that was forgotten has the end of its key. */
export function createClaims(records: Records, { keyLifetime }: JournalConfig, core: Core) {
  /** Those of this process, by the ids of effects. */
  const own = createRecentMap<Claim>();

  async function findClaim(effectId: string): Promise<Claim | undefined> {
    // The store first: another process may have forgotten the intent that this one remembers.
    return ((await records.read('claim', toRecordId(effectId))) as Claim | undefined) ?? own.get(effectId);
  }

  /**
   * Returns until when the key of a forgotten intent can be alive, in ms since the Unix epoch; undefined for an intent
   * that was not forgotten.
   */
  function endOfKey({ until, at }: Claim): number | undefined {
    return until === undefined ? undefined : endOf({ last: until, at }, core);
  }

  /**
   * Returns the hash of the intent that an effect is known to belong to; '' for one that was forgotten. A process that
   * began the same one meanwhile, while the key lived, has sent the same request.
   *
   * @param began When the intent of `hash` was first sent, by the clock of the API in ms; 0 when it was not.
   */
  async function findOwner(effectId: string, hash: string, began: number): Promise<string | undefined> {
    const claim = await findClaim(effectId);
    const end = claim && endOfKey(claim);
    if (end === undefined) return claim?.hash;
    return claim?.hash === hash && began && began < end ? hash : '';
  }

  /**
   * Whether an effect that a response shows to one intent belongs to another. A response to the own key says more than
   * what another intent found by looking. While the key of a forgotten intent lives, its name stands for the same key.
   */
  async function isOfAnother(effectId: string, hash: string): Promise<boolean> {
    const claim = await findClaim(effectId).catch(() => own.get(effectId));
    if (!claim || claim.isFound) return false;
    const end = endOfKey(claim);
    return claim.hash !== hash || (end !== undefined && end < core.clock.read()[0]);
  }

  /** Makes an effect that of an intent. */
  async function claim(effectId: string, hash: string, isFound: boolean): Promise<void> {
    const made = { hash, isFound };
    own.set(effectId, made);
    await records.write('claim', toRecordId(effectId), made);
  }

  /** Makes an effect that of an intent that was forgotten: no other one may take it. */
  async function giveUp(stored: StoredIntent, effectId: string): Promise<void> {
    const left = { hash: stored.hash, isFound: false, ...keyEndOf(stored.sent, core, keyLifetime) };
    own.set(effectId, left);
    await records.write('claim', toRecordId(effectId), left);
  }

  /** Returns the ids of effects that responses to an intent have named, and did not surely say that they are its own. */
  async function listNamed({ hash, intent: { follows } }: StoredIntent): Promise<readonly string[]> {
    const named = (await records.read('named', hash)) as Named | undefined;
    return named && named.follows === follows ? named.ids : [];
  }

  /** Notes that a response to an intent has named such an effect. */
  async function noteNamed(effectId: string, stored: StoredIntent): Promise<void> {
    const ids = await listNamed(stored);
    if (ids.includes(effectId)) return;
    const { follows } = stored.intent;
    await records.write('named', stored.hash, { ids: [...ids, effectId], follows });
  }

  return { findOwner, isOfAnother, claim, giveUp, listNamed, noteNamed };
}

/** The ids of the API contain characters of which a file name may not distinguish the case. */
function toRecordId(effectId: string): string {
  return encodeURIComponent(effectId.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[%A-Z]/g,
    (character) => `-${character.charCodeAt(0)}-`,
  );
}
