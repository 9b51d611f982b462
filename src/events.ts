import type { ErrorKind, Outcome } from './errors.js';

/**
 * What happens inside the client, as it happens. Never holds a header, a body, a secret or a card number.
 *
 * - `request`: an attempt is about to be sent; keep its `idempotencyKey` to be able to repeat it later
 * - `response`: the API answered the attempt, with whatever status
 * - `retry`: the attempt failed, and another follows after `delayMs`
 * - `token`: a token was issued, or the store that shares it failed (`problem`)
 * - `error`: the call failed
 */
export interface LddPayEvent {
  readonly type: 'request' | 'response' | 'retry' | 'token' | 'error';
  readonly operationId: string;
  readonly method: string;
  /** The path with its parameters in braces: as many values as there are operations. */
  readonly urlTemplate: string;
  /** Tells the events of concurrent calls apart; unique within the client. */
  readonly callId: number;
  /** Counts the attempts of a call from 1; 0 before the first. */
  readonly attempt: number;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly ms?: number | undefined;
  /** How long is waited before the next attempt, in milliseconds. */
  readonly delayMs?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly kind?: ErrorKind | undefined;
  readonly outcome?: Outcome | undefined;
  readonly problem?: 'store_unavailable' | undefined;
}

export type Emit = (event: LddPayEvent) => void;

/** Calls the listener, if there is one, so that whatever it throws or rejects with does not disturb the call. */
export function createEmit(listener: ((event: LddPayEvent) => unknown) | undefined): Emit | undefined {
  if (!listener) return undefined;
  return (event) => {
    try {
      Promise.resolve(listener(event)).catch(() => {});
    } catch {
      // The listener's trouble is not the payment's.
    }
  };
}
