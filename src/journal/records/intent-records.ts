import type { Account, Core } from '../../call/core.js';
import { type ErrorDetails, LddPayError } from '../../errors.js';
import type { Done, Settlement } from '../settlement.js';
import { type Announcement, endOf, type KeyEnd } from './announcement.js';
import type { Claims } from './claims.js';
import type { Effect } from './effect.js';
import type { Intent, StoredIntent } from './intent.js';
import type { Requests } from './requests.js';
import type { Records } from './store.js';

/** A record of one of the intents of a name. */
interface Life {
  /** That of the intent. Undefined where a process of the version wrote it that `npm run test:upgrades` begins with. */
  readonly follows?: string | undefined;
}

/** A refusal as it is kept. */
interface Refusal extends Life {
  /** The announcement of the last request. */
  readonly by: string;
  readonly error: object;
  /** When its look began, by the clock of the API in ms since the Unix epoch. Undefined where `follows` is. */
  readonly lookedAt?: number | undefined;
}

/** That a refusal is final: no other request can take effect. */
interface Confirmation {
  readonly error: object;
  /** Which intent it is of, by its first announcement: a name can be forgotten, and stand for another one. */
  readonly of: string;
  /** Whether the intent is about to be removed. A call that still finds it confirms the refusal anew. */
  readonly isForgotten?: true | undefined;
}

/** What is left of an intent that is done and was forgotten, while its key can be alive. */
export interface Forgotten extends Omit<Done, 'state'>, KeyEnd {
  /** Its fingerprint. */
  readonly of: string;
  /** Whose write it was. Undefined as that of the intent is. */
  readonly account?: Account | undefined;
}

/** The records of one intent. */
export interface StoredState {
  readonly stored?: StoredIntent | undefined;
  /** What it came to. Without `stored`, that of an intent whose record the store has lost, which is final. */
  readonly settled?: Settlement | undefined;
  /** Whether records are left of an intent that is not stored. */
  readonly isLeft?: boolean | undefined;
  /** Whether that stays: a refusal counts only once no other request can take effect. */
  readonly isFinal?: boolean | undefined;
  /** When the look began before its refusal, by the clock of the API in ms since the Unix epoch; 0 where that is not known. */
  readonly lookedAt: number;
  readonly forgotten?: Forgotten | undefined;
}

/** Another intent that may have caused an effect. */
export interface Rival {
  /** Undefined when there is no record of it. */
  readonly stored?: StoredIntent | undefined;
  /** Whether it is done or refused. */
  readonly isSettled: boolean;
  /** Undefined when it is open, or nothing came of it. */
  readonly effectId?: string | undefined;
}

/** What is kept of intents. */
export type IntentRecords = ReturnType<typeof createIntentRecords>;

/** Keeps what intents came to. */
export function createIntentRecords(records: Records, claims: Claims, requests: Requests, core: Core) {
  /** Reads an intent as a rival of others for an effect. */
  async function readRival(hash: string): Promise<Rival> {
    const { stored: read, settled } = await readState(hash);
    const isUnsent = read && !settled && !read.sent.last;
    const stored = isUnsent ? await requests.complete(read) : read;
    const effectId = settled?.state === 'done' && !settled.empty ? settled.id : undefined;
    return { stored, isSettled: settled !== undefined, effectId };
  }

  /** Reads what is known of an intent. */
  async function readState(hash: string): Promise<StoredState> {
    const [intent, lastSent, lastDone, lastRefused, confirmation, left] = await Promise.all([
      records.read('intent', hash) as Promise<Intent | undefined>,
      records.read('sent', hash) as Promise<(Announcement & Life) | undefined>,
      records.read('done', hash) as Promise<(Omit<Done, 'state'> & Life) | undefined>,
      records.read('refused', hash) as Promise<Refusal | undefined>,
      records.read('confirmed', hash) as Promise<Confirmation | undefined>,
      records.read('forgotten', hash) as Promise<Forgotten | undefined>,
    ]);
    const sent = ofIntent(lastSent, intent);
    const kept = ofIntent(lastDone, intent);
    const refused = ofIntent(lastRefused, intent);
    // What was forgotten is not done without its intent: another one of the name would be another effect.
    const done = intent || kept?.id !== left?.id ? kept : undefined;
    const last = intent && (sent ?? intent.sent);
    const isConfirmed = !confirmation?.isForgotten && (!intent || confirmation?.of === intent.sent.by);
    const confirmed = isConfirmed ? confirmation : undefined;
    // A refusal needs another look once another request was announced. What is confirmed counts whatever others write.
    const current = last && refused?.by === last.by ? refused : undefined;
    const refusal = confirmed ?? current;
    const settled: Settlement | undefined = done
      ? { state: 'done', id: done.id, approved: done.approved, empty: done.empty }
      : refusal && { state: 'refused', error: toError(refusal.error) };
    const isFinal = Boolean(done || confirmed);
    const stored = last && {
      hash,
      intent,
      sent: refused ? { ...last, refusal: refused.error } : last,
      isRefused: refused !== undefined,
    };
    const forgotten = left && { ...left, until: endOf({ last: left.until, at: left.at }, core) };
    const isLeft = !intent && Boolean(lastDone || refused || confirmation);
    return { stored, settled, isLeft, isFinal, lookedAt: refused?.lookedAt ?? 0, forgotten };
  }

  /** Whether anything says what an intent came to. What is confirmed was kept as refused before. */
  async function hasOutcome(hash: string): Promise<boolean> {
    const kinds = ['done', 'refused'] as const;
    const found = await Promise.all(kinds.map((kind) => records.read(kind, hash)));
    return found.some((record) => record !== undefined);
  }

  /**
   * Writes a record of an intent, unless that was forgotten meanwhile: its name may stand for another one by now. Once
   * it is settled, its request is withdrawn: not before, since whoever finds no request reads whether it is settled.
   */
  async function keepIfKnown(
    stored: StoredIntent,
    kind: 'sent' | 'done' | 'refused' | 'confirmed',
    value: object,
  ): Promise<boolean> {
    const { follows } = stored.intent;
    await records.write(kind, stored.hash, { ...value, follows });
    const [intent] = await Promise.all([
      records.read('intent', stored.hash) as Promise<Intent | undefined>,
      kind !== 'sent' && requests.withdraw(stored),
    ]);
    if (intent && ofIntent({ follows }, intent)) return true;
    await records.remove(kind, stored.hash);
    return false;
  }

  /** Whether an intent has no record any more: it was forgotten meanwhile, or the store is a wrong one. */
  async function isMissing({ hash }: StoredIntent): Promise<boolean> {
    return (await records.read('intent', hash)) === undefined;
  }

  /** Whether an intent went on under another account, of which the keys are others. */
  async function isMoved({ hash }: StoredIntent): Promise<boolean> {
    return (await records.read('moved', hash)) !== undefined;
  }

  /** Keeps that an intent is done. It stays true when the store fails: a later look shows it again. */
  async function keepDone(stored: StoredIntent, done: Omit<Done, 'state'>, isFound = false): Promise<Done> {
    const { id, approved, empty } = done;
    try {
      if (!empty) await claims.claim(id, stored.hash, isFound);
      const isKept = await keepIfKnown(stored, 'done', { id, approved, empty });
      if (!isKept && !empty) await claims.giveUp(stored, id);
    } catch {
      // The store has failed three times.
    }
    return { state: 'done', ...done };
  }

  /** Keeps that a look found the effect of an intent. */
  async function keepFound(stored: StoredIntent, { id, approved, payment, action }: Effect): Promise<Done> {
    return keepDone(stored, { id, approved, payment, action }, true);
  }

  return {
    readRival,
    readState,
    hasOutcome,
    keepIfKnown,
    isMissing,
    isMoved,
    keepDone,
    keepFound,
  };
}

/**
 * Returns a record where it can be one of the intent that is stored, and not of another one of its name. What does not say
 * which one it is of counts: an intent that is done must not seem to be open.
 */
function ofIntent<T extends Life>(record: T | undefined, intent: Intent | undefined): T | undefined {
  const { follows = intent?.follows } = record ?? {};
  return follows === (intent?.follows ?? follows) ? record : undefined;
}

/** Creates the error of a refusal that was kept. */
export function toError(json: object): LddPayError {
  const { message, ...details } = json as ErrorDetails & { message: string };
  return new LddPayError(message, details);
}
