import type { Input } from '../../generated/methods.js';
import type { LddPayError, Outcome } from '../errors.js';
import type { Moment } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';

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

/** A write in progress. Times are by the monotonic clock in ms. */
interface Begun extends Pick<Write, 'key' | 'operationId' | 'id' | 'reference'> {
  readonly sentAt: number;
  /** When it is over, at the latest. */
  readonly end: number;
}

/** A write that was sent, as far as another one needs to know. */
interface Rival extends Pick<Write, 'key' | 'outcome' | 'end'> {
  /** By the monotonic clock in ms. */
  readonly sentAt: number;
}

/** What a client keeps of its writes, so that their effects can be told apart. */
export type WriteRecords = ReturnType<typeof createWriteRecords>;

/** Creates the records of the writes of a client. */
export function createWriteRecords({ now }: Platform) {
  const writes = new WeakMap<LddPayError, Write>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();
  /** The writes that were sent and failed, by what their effects have in common. */
  const alike = createRecentMap<Rival[]>();
  const inProgress = new Set<Begun>();
  const noteFailed = (traits: string, { key, outcome, sentAt, end }: Rival) => {
    alike.set(traits, [...(alike.get(traits) ?? []), { key, outcome, sentAt, end }].slice(-100));
  };
  /** On Workers a call is lost with the request that made it, and nobody learns what came of it. */
  const endLost = () => {
    const time = now();
    for (const begun of inProgress) {
      // Not the end of the search: those that began later can end earlier.
      if (begun.end > time) continue;
      inProgress.delete(begun);
      noteFailed(traitsOf(begun), { ...begun, outcome: 'unknown' });
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
      const begun = { key, operationId, id: path?.['id'], reference, sentAt, end: sentAt + ms };
      inProgress.add(begun);
      return () => inProgress.delete(begun);
    },

    /** Keeps the key under which a payment, or an action of one, was made, from the data of the response. */
    learn(key: string, { path }: Input, data: unknown): void {
      const id = Object(data)[path ? 'action_id' : 'id'];
      if (id) keys.set(id, key);
    },

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

    /** Whether an effect may be that of another write that is alike and was under way at once. */
    hasRival(write: Write): boolean {
      endLost();
      const { key, outcome, start, end } = write;
      const traits = traitsOf(write);
      const isInProgress = [...inProgress].some((other) => other.key !== key && traitsOf(other) === traits);
      const failed = alike.get(traits)?.some(
        (other) =>
          other.key !== key &&
          // That of a write that was refused is none, unless this one was refused too.
          (other.outcome === 'unknown' || outcome !== 'unknown') &&
          other.sentAt < end &&
          other.end > Number(start?.now),
      );
      return isInProgress || failed === true;
    },
  };
}

/** Returns what the effects of writes have in common that are alike. Not the amount: an API may charge another. */
function traitsOf({ operationId, id, reference }: Pick<Write, 'operationId' | 'id' | 'reference'>): string {
  return JSON.stringify([operationId, id, reference]);
}
