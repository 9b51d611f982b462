import type { Input } from '../../generated/methods.js';
import type { LddPayError, Outcome } from '../errors.js';
import type { Moment } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';
import { idIn } from './made-id.js';

/** What identifies the effect of a write. That of an error is kept beside it, never in it. */
export interface Write {
  readonly operationId: string | undefined;
  readonly id: string | undefined;
  readonly reference: string | undefined;
  readonly amount: unknown;
  readonly currency: unknown;
  /** Undefined for facts, which have none. */
  readonly key: string | undefined;
  /** Whether another process may have made the write, because its key was not generated for this call. */
  readonly isKeyGiven: boolean;
  readonly outcome: Outcome;
  /** When the first request was sent; undefined when none was, or when the time is not known. */
  readonly start: Moment | undefined;
  /** When the call ended, by the monotonic clock in ms. */
  readonly end: number;
  /** Before which time a right clock shows that an effect is not that of the write, in ms since the Unix epoch. */
  readonly since?: number | undefined;
  /** Ids of effects of other writes. */
  readonly except?: ReadonlySet<string>;
  /** Those of the call, which can say in which account it was. */
  readonly headers?: object | undefined;
}

/** A write that was sent, as far as another one needs to know. */
interface Rival extends Pick<Write, 'key' | 'outcome' | 'end'> {
  /** By the monotonic clock in ms. */
  readonly sentAt: number;
}

/** A write in progress, which is over at its `end`, at the latest. */
interface Begun extends Rival, Pick<Write, 'operationId' | 'id' | 'reference'> {}

/** How far the clock of the API may be off, in ms, for its times to count: less than this, whole seconds included. */
export const CLOCK_TOLERANCE_MS = 1_500;

/**
 * For how long a request can arrive after its call has ended, in ms. That is as long as keys live, so the request of
 * a key whose effect is known makes no other.
 */
const TRANSIT_MS = 86_400_000;

/** How many failed writes that are alike are kept. */
const MAX_ALIKE = 100;

/** What a client keeps of its writes, so that their effects can be told apart. */
export type WriteRecords = ReturnType<typeof createWriteRecords>;

/** Creates the records of the writes of a client. */
export function createWriteRecords({ now }: Platform, keyLifetime = TRANSIT_MS) {
  const writes = new WeakMap<LddPayError, Write>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();
  /** The effects of keys, and when they were known last, by the monotonic clock. */
  const settled = createRecentMap<{ readonly effectId: string; readonly time: number }>();
  /** The writes that were sent and failed, one for each key, by what their effects have in common. */
  const alike = createRecentMap<Rival[]>();
  const inProgress = new Set<Begun>();
  const noteFailed = (traits: string, { key, outcome, sentAt, end }: Rival) => {
    const known = alike.get(traits) ?? [];
    const same = known.find((other) => other.key === key);
    const rival = {
      key,
      outcome: same?.outcome === 'unknown' ? same.outcome : outcome,
      sentAt: Math.min(sentAt, same?.sentAt ?? sentAt),
      end,
    };
    alike.set(traits, [...known.filter((other) => other !== same), rival].slice(-MAX_ALIKE));
  };
  const settle = (key: string, effectId: string) => settled.set(key, { effectId, time: now() });
  /** Whether the effect of a write is known, and another one. */
  const isApart = ({ key, sentAt, end }: Rival, effectId: string, before: number) => {
    const known = settled.get(`${key}`);
    // Once its key can have ended, a request of it that arrives makes another one.
    const isKeyAlive = Math.max(known?.time ?? 0, before) < sentAt + keyLifetime;
    return known && known.effectId !== effectId && known.time >= end && isKeyAlive;
  };
  /** On Workers a call is lost with the request that made it, and nobody learns what came of it. */
  const endLost = () => {
    const time = now();
    for (const begun of inProgress) {
      // Not the end of the search: those that began later can end earlier.
      if (begun.end > time) continue;
      inProgress.delete(begun);
      noteFailed(traitsOf(begun), begun);
    }
  };

  return {
    /**
     * Keeps what a write is about while its call is in progress: until the returned function is called, or for `ms` at
     * most. Called before the first request.
     */
    begin(key: string, operationId: string, { path, body }: Input, ms: number): () => void {
      endLost();
      const sentAt = now();
      const { reference } = Object(body);
      const id = path?.['id'];
      const begun: Begun = { key, operationId, id, reference, outcome: 'unknown', sentAt, end: sentAt + ms };
      inProgress.add(begun);
      return () => inProgress.delete(begun);
    },

    /** Keeps the key under which a payment, or an action of one, was made, from the data of the response. */
    learn(key: string, { path }: Input, data: unknown): void {
      const id = idIn(path?.['id'], data);
      if (!id) return;
      keys.set(id, key);
      settle(key, id);
    },

    /** Notes the effect of a key: its lost requests make no other. */
    settle,

    /**
     * Keeps what identifies the write of an error, for as long as the error lives.
     *
     * @param start When the first request of the call was sent; undefined when none was.
     * @param headers Those of the call.
     */
    remember(
      error: LddPayError,
      { path, body }: Input,
      start: Moment | undefined,
      isKeyGiven: boolean,
      headers: object | undefined,
    ): void {
      const { reference, amount, currency } = Object(body);
      const { operationId, idempotencyKey: key, outcome } = error;
      const id = path?.['id'];
      const end = now();
      const effect = { operationId, id, reference, amount, currency };
      const write = { ...effect, key, isKeyGiven, outcome, start, end, headers };
      writes.set(error, write);
      if (start) noteFailed(traitsOf(write), { key, outcome, sentAt: start.now, end });
    },

    /** Returns the write of an error; undefined for one of another client. */
    find(error: LddPayError): Write | undefined {
      return writes.get(error);
    },

    /** Returns the key under which this client made a payment or an action. */
    ownerOf(effectId: string): string | undefined {
      return keys.get(effectId);
    },

    /**
     * Whether an effect that was made during the call of a write may be that of another one that is alike, whose request
     * can have arrived after the end of its call. True as well where others may have been forgotten: when the write itself is,
     * after failures of thousands of others, or when as many failed alike as are kept. Of one that was forgotten before
     * the write failed, nothing is known.
     */
    hasRival(write: Write, effectId: string): boolean {
      endLost();
      const { key, outcome, start, end } = write;
      const traits = traitsOf(write);
      const failed = alike.get(traits) ?? [];
      const isForgotten = key && !failed.some((other) => other.key === key);
      const mayArriveIn = (other: Rival) => other.end + TRANSIT_MS > Number(start?.now) - CLOCK_TOLERANCE_MS;
      // Those that were forgotten ended before the first one.
      if (isForgotten || (failed.length === MAX_ALIKE && mayArriveIn(failed[0] as Rival))) return true;
      return [...failed, ...[...inProgress].filter((other) => traitsOf(other) === traits)].some(
        (other) =>
          other.key !== key &&
          // That of a write that was refused is none, unless this one was refused too.
          (other.outcome === 'unknown' || outcome !== 'unknown') &&
          // Times are cut to ms, which adds up to 2.
          other.sentAt < end + CLOCK_TOLERANCE_MS + 2 &&
          mayArriveIn(other) &&
          !isApart(other, effectId, Math.min(end, now()) + CLOCK_TOLERANCE_MS),
      );
    },
  };
}

/** Returns what the effects of writes have in common that are alike. Not the amount: an API may charge another. */
function traitsOf({ operationId, id, reference }: Pick<Write, 'operationId' | 'id' | 'reference'>): string {
  return JSON.stringify([operationId, id, reference]);
}
