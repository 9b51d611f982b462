import type { ErrorKind, Outcome } from './errors.js';

/**
 * What happens inside the client, while it happens. Never contains a header, a body, a secret or a card number.
 *
 * - `request`: an attempt is about to be sent; the client does not wait for what you do with the event
 * - `response`: the API responded to the attempt, with any status
 * - `retry`: the attempt failed, and the next one follows after `delayMs`
 * - `token`: the client obtained a token, or the store that shares it failed (`problem`)
 * - `error`: the call failed
 */
export interface LddPayEvent {
  /** What happened. */
  readonly type: 'request' | 'response' | 'retry' | 'token' | 'error';
  /** The operation that was called; `rawRequest` for what the description does not have. */
  readonly operationId: string;
  /** The HTTP method. */
  readonly method: string;
  /**
   * The path with its parameters in braces, and `/{path}` for every `rawRequest`, so that there are few values and none
   * has an id.
   */
  readonly urlTemplate: string;
  /** Distinguishes the events of concurrent calls; unique within the client. */
  readonly callId: number;
  /** Counts the attempts of a call from 1; 0 before the first one. */
  readonly attempt: number;
  /** The HTTP status, where there is a response. */
  readonly status?: number | undefined;
  /** Identifies the request at the provider. */
  readonly requestId?: string | undefined;
  /** How long the attempt took, in ms. */
  readonly ms?: number | undefined;
  /** How long the client waits before the next attempt, in ms. */
  readonly delayMs?: number | undefined;
  /** The key of the call; undefined where the operation takes no key. */
  readonly idempotencyKey?: string | undefined;
  /** Why the attempt or the call failed, of `retry` and `error`. */
  readonly kind?: ErrorKind | undefined;
  /** What became of the operation, of `error`. */
  readonly outcome?: Outcome | undefined;
  /** Set on a `token` event when the store failed or was too slow. */
  readonly problem?: 'store_unavailable' | undefined;
}

/** Passes an event on to the listener of the client. It never throws. */
export type Emit = (event: LddPayEvent) => void;
