import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import {
  type AttemptRecord,
  callMessage,
  configError,
  type ErrorDetails,
  isLddPayError,
  LddPayError,
  type Outcome,
  withDetails,
} from '../errors.js';
import type { Emit, LddPayEvent } from '../events.js';
import { safeReason } from '../lib/aborted-error.js';
import { signalSource } from '../lib/cancellation.js';
import { Deadline } from '../lib/deadline.js';
import type { Moment } from '../lib/moment.js';
import type { Platform } from '../lib/platform.js';
import type { RemoteClock } from '../lib/remote-clock.js';
import { isUndocumented } from './undocumented.js';

/** What all calls of a client share. */
export interface ClientContext {
  readonly platform: Platform;
  /** That of the API. */
  readonly clock: RemoteClock;
  /** How long the API keeps an idempotency key, in ms. */
  readonly keyLifetime: number;
  /** Undefined without a listener, so that no event is created for nothing. */
  readonly emit: Emit | undefined;
  readonly nextCallId: () => number;
  /** Values that no call may print. */
  readonly secrets: readonly string[];
  /** Creates the error of a call that its signal ended, from the reason. */
  readonly aborted: (reason: unknown) => LddPayError;
}

/** The limits of a call. */
export interface CallLimits {
  /** For one attempt until its body is read, in ms. */
  readonly attemptTimeout: number;
  /** For the whole call with token, attempts and waits, in ms. */
  readonly deadline: number;
  readonly maxRetries: number;
}

/** What is known of the idempotency key of a call. */
export interface KeyUse {
  /** When it was first sent, by the clock of the API in ms since the Unix epoch; undefined before. */
  sentAt: (() => number) | undefined;
  /** How long the API keeps it, in ms; by default as long as any key of the client. */
  readonly lifetime?: number;
  /**
   * Whether it is too late for another request with it. Asked before each.
   *
   * @param isRepeated Whether an earlier request of the call may have taken effect.
   */
  readonly isTooLate?: (isRepeated: boolean) => boolean;
  /** Whether the access key may change, and the new one not know it. What may have taken effect is not repeated then. */
  readonly mayBeForgotten?: boolean;
}

/** The state of a call while it runs. */
export interface CallContext extends Pick<ClientContext, 'platform' | 'clock' | 'keyLifetime' | 'emit'> {
  readonly callId: number;
  readonly operationId: string;
  readonly operation: Operation;
  readonly idempotencyKey: string | undefined;
  readonly limits: CallLimits;
  /** The time limit of the call and the caller's signal. */
  readonly deadline: Deadline;
  readonly attempts: AttemptRecord[];
  /** When the first request of the operation was sent. */
  start: Moment | undefined;
  key: KeyUse;
  /** Where each token came from that the API refused: this client, or the store. `kept` for one not replaced. */
  readonly unauthorizedTokens: ('own' | 'shared' | 'kept')[];
  /** Values that were sent and must never be printed, even when the API echoes them. */
  readonly secrets: string[];
  /** The outcome of each attempt that failed. */
  readonly outcomes: Outcome[];
}

/** Opens the context of a call. Its deadline must be closed when the call is over. */
export function openContext(
  { platform, clock, keyLifetime, emit, nextCallId, secrets, aborted }: ClientContext,
  operationId: string,
  limits: CallLimits,
  signal?: AbortSignal,
  idempotencyKey?: string,
  operation: Operation = operations[operationId as OperationId],
): CallContext {
  return {
    platform,
    clock,
    keyLifetime,
    emit,
    callId: nextCallId(),
    operationId,
    operation,
    idempotencyKey,
    limits,
    deadline: new Deadline(
      platform,
      platform.now() + limits.deadline,
      () => timeoutError(limits, 'deadline'),
      signalSource(signal, aborted),
    ),
    attempts: [],
    start: undefined,
    key: { sentAt: undefined },
    unauthorizedTokens: [],
    secrets: [...secrets],
    outcomes: [],
  };
}

/** Sends an event about a call to the listener. */
export function emitEvent(
  { emit, callId, operationId, operation, idempotencyKey, attempts }: CallContext,
  type: LddPayEvent['type'],
  details?: Partial<LddPayEvent>,
): void {
  emit?.({
    type,
    operationId,
    method: operation.method,
    // The path of an undocumented one can have ids, and no template says where.
    urlTemplate: isUndocumented(operation) ? '/{path}' : operation.path,
    callId,
    idempotencyKey,
    attempt: attempts.length,
    ...details,
  });
}

/**
 * Turns what a call failed with into the error of the call, whose message names the operation and the request
 * id.
 *
 * All attempts count: once one of them may have taken effect, a later one that was refused or never sent does
 * not change that.
 *
 * @param earlier The outcome of an earlier call with the key.
 */
export function toCallError(error: unknown, context: CallContext, earlier?: Outcome): LddPayError {
  const { operationId, operation, idempotencyKey, attempts, secrets } = context;
  const known = isLddPayError(error)
    ? error
    : // Without the cause, whose message can quote the body. What comes before sending composes the request.
      attempts[0]
      ? new LddPayError('Unexpected error.', { kind: 'network', outcome: 'unknown', transient: true })
      : configError('The request could not be composed.');
  const outcomes = [...context.outcomes, earlier, known.outcome];
  const outcome = (['unknown', 'rejected'] as const).find((one) => outcomes.includes(one)) ?? 'not_sent';
  const expiry = findKeyExpiry(context);
  const { clock } = context;
  const details: Partial<ErrorDetails> = {
    operationId,
    idempotencyKey,
    keyExpiresAt: expiry?.(),
    attempts,
    outcome,
    safeToRetry:
      outcome !== 'unknown' ||
      operation.safe ||
      (idempotencyKey !== undefined && (() => isBefore(clock, expiry))),
  };
  // A token request that failed already has a message of a call, and fails the call that needs the token.
  const message =
    known.operationId === operationId
      ? known.message
      : callMessage(operationId, known.message, known.operationId ? undefined : known.requestId);
  // The reason of a signal can quote what this call sent.
  const cause = known.kind === 'aborted' ? safeReason(known.cause, secrets) : known.cause;
  return withDetails(known, { ...details, cause }, message);
}

/** Returns until when the API keeps the key of a call, by its clock in ms since the Unix epoch; undefined before it is sent. */
export function findKeyExpiry({ key, keyLifetime }: CallContext): (() => number) | undefined {
  const { sentAt, lifetime = keyLifetime } = key;
  return sentAt && (() => sentAt() + lifetime);
}

/** Whether it surely is before a time by the clock of the API, and in `ms` ms too. True without a time: nothing was sent. */
export function isBefore(clock: RemoteClock, time: (() => number) | undefined, ms = 0): boolean {
  return !time || clock.read()[1] + ms < time();
}

/**
 * Creates the error of a call or an attempt that exceeded its limit. Its outcome is `not_sent`: whoever has sent a
 * request by then changes it.
 */
export function timeoutError(limits: CallLimits, name: 'deadline' | 'attemptTimeout'): LddPayError {
  return new LddPayError(`No complete response within \`${name}\`, ${limits[name]} ms.`, {
    kind: 'timeout',
    outcome: 'not_sent',
    transient: true,
  });
}
