import { createRecentMap } from '../../lib/recent-map.js';
import type { JournalConfig } from '../options.js';
import type { StoredIntent } from './intent.js';
import type { Records } from './store.js';

/** Which intent an effect belongs to. */
interface Claim {
  readonly hash: string;
  /** Whether that was found by looking, not by a response. */
  readonly isFound: boolean;
  /** Until when the key of an intent that was forgotten can be alive, by the clock of the API in ms. */
  readonly until?: number | undefined;
}

/** Which effects belong to which intents. */
export type Claims = ReturnType<typeof createClaims>;

/**
 * Keeps which effects belong to which intents.
 *
 * @param now Returns the time of the API, in ms since the Unix epoch.
 */
export function createClaims(records: Records, { keyLifetime }: JournalConfig, now: () => number) {
  /** Those of this process, by the ids of effects. */
  const own = createRecentMap<Claim>();

  async function findClaim(effectId: string): Promise<Claim | undefined> {
    // That of the store first: another process may have forgotten the intent of this one's.
    return ((await records.read('claim', toRecordId(effectId))) as Claim | undefined) ?? own.get(effectId);
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
    const claim = await findClaim(effectId).catch(() => own.get(effectId));
    if (!claim || claim.isFound) return false;
    return claim.hash !== hash || (claim.until !== undefined && claim.until < now());
  }

  /**
   * Makes an effect that of an intent.
   *
   * @param isShared Whether the record that the intent is done says it to others.
   */
  async function claim(effectId: string, hash: string, isFound: boolean, isShared: boolean): Promise<void> {
    const made = { hash, isFound };
    own.set(effectId, made);
    if (!isShared) await records.write('claim', toRecordId(effectId), made);
  }

  /**
   * Returns until when the key of an intent can be alive, by the clock of the API in ms since the Unix epoch. Where no
   * request is known, one that the store has lost may have been sent.
   */
  function keyEnd({ sent }: StoredIntent): number {
    return (sent.last || now()) + keyLifetime;
  }

  /** Makes an effect that of an intent that was forgotten: no other one may take it. */
  async function giveUp(stored: StoredIntent, effectId: string): Promise<void> {
    const left = { hash: stored.hash, isFound: false, until: keyEnd(stored) };
    own.set(effectId, left);
    await records.write('claim', toRecordId(effectId), left);
  }

  return { findOwner, isOfAnother, claim, keyEnd, giveUp };
}

/** The ids of the API contain characters of which a file name may not distinguish the case. */
function toRecordId(effectId: string): string {
  return encodeURIComponent(effectId.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[%A-Z]/g,
    (character) => `-${character.charCodeAt(0)}-`,
  );
}
