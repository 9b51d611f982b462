import { isLddPayError, LddPayError } from '../errors.js';
import { safeCause } from './error-cause.js';
import { redact } from './redact.js';

/**
 * Creates the error of a call that its caller's signal ended. Its outcome is `not_sent`: whoever has sent a request by
 * then changes it.
 *
 * @param secrets Values that nothing may print, which the text of the reason can quote.
 */
export function abortedError(reason: unknown, secrets: readonly string[]): LddPayError {
  return new LddPayError('The call was aborted.', {
    kind: 'aborted',
    outcome: 'not_sent',
    transient: true,
    cause: safeReason(reason, secrets),
  });
}

/**
 * Returns what can be shown of the reason of a signal: an error as a copy, since that of another request has its headers
 * and its body, and a text without secrets. An object of another kind can hold anything, and is left out.
 */
export function safeReason(reason: unknown, secrets: readonly string[]): unknown {
  if (isLddPayError(reason)) return reason;
  if (typeof reason === 'string') return redact(reason, secrets);
  return safeCause(reason, secrets) ?? (Object(reason) === reason ? undefined : reason);
}
