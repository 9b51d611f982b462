import type { Input } from '../../generated/methods.js';
import type { LddPayError } from '../errors.js';
import type { Moment } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import { createRecentMap } from '../lib/recent-map.js';
import { idIn } from './made-id.js';
import { createRivals, type EndedWrite } from './rivals.js';

/** What identifies the effect of a write. That of an error is kept beside it, never in it. */
export interface Write extends EndedWrite {
  readonly amount: unknown;
  readonly currency: unknown;
  /** Whether another process may have made the write, because its key was not generated for this call. */
  readonly isKeyGiven: boolean;
  /** Before which time a right clock shows that an effect is not that of the write, in ms since the Unix epoch. */
  readonly since?: number | undefined;
  /** Ids of effects of other writes. */
  readonly except?: ReadonlySet<string>;
  /** Those of the call, which can say in which account it was. */
  readonly headers?: object | undefined;
}

/** What a client keeps of its writes, so that their effects can be told apart. */
export type WriteRecords = ReturnType<typeof createWriteRecords>;

/**
 * Creates the records of the writes of a client.
 *
 * @param keyLifetime How long the API keeps a key, in ms.
 */
export function createWriteRecords(platform: Platform, keyLifetime: number) {
  const writes = new WeakMap<LddPayError, Write>();
  /** The keys under which this client made payments and actions, by the ids of these. */
  const keys = createRecentMap<string>();
  const { begin, fail, settle, hasRival } = createRivals(platform, keyLifetime);

  return {
    /** Keeps what a write is about while its call is in progress, for `ms` at most. */
    begin(key: string, operationId: string, { path, body }: Input, ms: number): () => void {
      const { reference } = Object(body);
      return begin(key, { operationId, id: path?.['id'], reference }, ms);
    },

    /** Keeps the key under which a payment, or an action of one, was made, from the data of the response. */
    learn(key: string, { path }: Input, data: unknown): void {
      const id = idIn(path?.['id'], data);
      if (!id) return;
      keys.set(id, key);
      settle(key, id);
    },

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
      const effect = { operationId, id: path?.['id'], reference, amount, currency };
      const write = { ...effect, key, isKeyGiven, outcome, start, end: platform.now(), headers };
      writes.set(error, write);
      fail(write);
    },

    /** Returns the write of an error; undefined for one of another client. */
    find(error: LddPayError): Write | undefined {
      return writes.get(error);
    },

    /** Returns the key under which this client made a payment or an action. */
    ownerOf(effectId: string): string | undefined {
      return keys.get(effectId);
    },

    hasRival,
  };
}
