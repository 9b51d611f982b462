import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import {
  type AttemptRecord,
  abortedError,
  configError,
  isLddPayError,
  LddPayError,
  type Outcome,
  withDetails,
} from '../errors.js';
import type { Emit, LddPayEvent } from '../events.js';
import { type Link, listen, Scope } from '../lib/deadline.js';
import type { Platform } from '../lib/platform.js';

/** What all calls of a client share. */
export interface Runtime {
  readonly platform: Platform;
  /** Undefined where nobody listens, so that no event is made in vain. */
  readonly emit: Emit | undefined;
  readonly nextCallId: () => number;
  /** What no call may print. */
  readonly secrets: readonly string[];
}

/** What a call is allowed. */
export interface CallLimits {
  /** Milliseconds for one attempt, until its body is read. */
  readonly attemptTimeout: number;
  /** Milliseconds for the whole call: token, attempts and waits. */
  readonly deadline: number;
  readonly maxRetries: number;
}

/** What is known of a call while it runs. */
export interface CallContext {
  readonly id: number;
  readonly operationId: OperationId;
  readonly operation: Operation;
  readonly idempotencyKey: string | undefined;
  readonly limits: CallLimits;
  /** The deadline and the caller's signal. */
  readonly scope: Scope;
  readonly attempts: AttemptRecord[];
  /** Where each token came from that the API did not accept: this client, or the store. */
  readonly refusals: ('own' | 'shared')[];
  /** What is sent and must never be printed, whatever the API echoes. */
  readonly secrets: string[];
  /** What became of each attempt that failed. */
  readonly outcomes: Outcome[];
  readonly emit: Emit | undefined;
}

/** Opens the context of a call; its scope has to be closed when the call is over. */
export function openContext(
  { platform, emit, nextCallId, secrets }: Runtime,
  operationId: OperationId,
  limits: CallLimits,
  signal?: AbortSignal,
  idempotencyKey?: string,
): CallContext {
  const expired = () => deadlineError(limits.deadline);
  const link: Link | undefined =
    signal && ((end) => listen(signal, () => end(abortedError('not_sent', signal.reason))));
  return {
    id: nextCallId(),
    operationId,
    operation: operations[operationId],
    idempotencyKey,
    limits,
    scope: new Scope(platform, platform.now() + limits.deadline, expired, link),
    attempts: [],
    refusals: [],
    secrets: [...secrets],
    outcomes: [],
    emit,
  };
}

/** Tells the listener about a call. */
export function report(
  { id, operationId, operation, idempotencyKey, attempts, emit }: CallContext,
  type: LddPayEvent['type'],
  details?: Partial<LddPayEvent>,
): void {
  emit?.({
    type,
    operationId,
    method: operation.method,
    urlTemplate: operation.path,
    callId: id,
    attempt: attempts.length,
    idempotencyKey,
    ...details,
  });
}

/**
 * The error of a call, with what only the call knows about itself.
 *
 * Attempts are weighed together: once one of them may have taken effect, a later one that was refused or
 * never sent says nothing about it.
 */
export function callError(error: unknown, context: CallContext): LddPayError {
  const known = isLddPayError(error) ? error : foreignError(context.attempts.length > 0);
  const outcomes = [...context.outcomes, known.outcome];
  const outcome = (['unknown', 'rejected'] as const).find((one) => outcomes.includes(one)) ?? 'not_sent';
  const { operationId, operation, idempotencyKey, attempts } = context;
  const safeToRetry = outcome !== 'unknown' || operation.safe || idempotencyKey !== undefined;
  return withDetails(known, { operationId, idempotencyKey, attempts, outcome, safeToRetry });
}

function deadlineError(ms: number): LddPayError {
  return new LddPayError(`The call did not succeed within ${ms} ms.`, {
    kind: 'timeout',
    outcome: 'not_sent',
  });
}

/** What is thrown by others: before sending, by the composing of the request; after it, by the transport. */
function foreignError(sent: boolean): LddPayError {
  // Without the cause: its text can quote the body.
  return sent
    ? new LddPayError('The transport gave no usable response.', { kind: 'network', outcome: 'unknown' })
    : configError(
        '`body` or `query` cannot be serialized: it is cyclic, or holds what JSON has no form for.',
      );
}
