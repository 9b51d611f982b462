import type { Outcome } from '../errors.js';
import type { Moment } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';

/** What writes have in common whose effects are alike. Not the amount: an API may charge another. */
interface Traits {
  readonly operationId: string | undefined;
  readonly id: string | undefined;
  readonly reference: string | undefined;
}

/** A write whose call has ended, as far as its rivals matter. */
export interface EndedWrite extends Traits {
  /** Undefined for facts, which have none. */
  readonly key: string | undefined;
  readonly outcome: Outcome;
  /** When the first request was sent; undefined when none was, or when the time is not known. */
  readonly start: Moment | undefined;
  /** When the call ended, by the monotonic clock in ms. */
  readonly end: number;
}

/** A write that was sent, as far as another one needs to know. */
interface Rival extends Pick<EndedWrite, 'key' | 'outcome' | 'end'> {
  /** By the monotonic clock in ms. */
  readonly sentAt: number;
}

/** A write in progress, which is over at its `end`, at the latest. */
interface Begun extends Rival, Traits {}

/** How far the clock of the API may be off, in ms, for its times to count: less than this, whole seconds included. */
export const CLOCK_TOLERANCE_MS = 1_500;

/**
 * For how long a request can arrive after its call has ended, in ms. That is as long as keys live, so the request of
 * a key whose effect is known makes no other.
 */
const TRANSIT_MS = 86_400_000;

/** How many failed writes that are alike are kept. */
const MAX_ALIKE = 100;

/**
 * Keeps the writes of a client that may have the same effect as another one.
 *
 * @param keyLifetime How long the API keeps a key, in ms.
 */
export function createRivals({ now }: Platform, keyLifetime: number) {
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
     * Keeps a write while its call is in progress: until the returned function is called, or for `ms` at most. Called
     * before the first request.
     */
    begin(key: string, { operationId, id, reference }: Traits, ms: number): () => void {
      endLost();
      const sentAt = now();
      const begun: Begun = { key, operationId, id, reference, outcome: 'unknown', sentAt, end: sentAt + ms };
      inProgress.add(begun);
      return () => inProgress.delete(begun);
    },

    /** Keeps a write that failed, unless it was not sent. */
    fail(write: EndedWrite): void {
      const { key, outcome, start, end } = write;
      if (start) noteFailed(traitsOf(write), { key, outcome, sentAt: start.now, end });
    },

    /** Notes the effect of a key: its lost requests make no other. */
    settle(key: string, effectId: string): void {
      settled.set(key, { effectId, time: now() });
    },

    /**
     * Whether an effect that was made during the call of a write may be that of another one that is alike, whose request
     * can have arrived after the end of its call. True as well where others may have been forgotten: when the write itself is,
     * after failures of thousands of others, or when as many failed alike as are kept. Of one that was forgotten before
     * the write failed, nothing is known.
     */
    hasRival(write: EndedWrite, effectId: string): boolean {
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

/** Returns a text that is the same for writes whose effects are alike. */
function traitsOf({ operationId, id, reference }: Traits): string {
  return JSON.stringify([operationId, id, reference]);
}
