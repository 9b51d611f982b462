import type { OperationId } from '../../generated/operations.js';
import { callMessage, type ErrorDetails, isLddPayError, LddPayError, withDetails } from '../errors.js';
import type { Success } from './call-core.js';

/** The error of a response that a middleware returned or read. The request may have taken effect before. */
export function middlewareError(
  operationId: OperationId,
  success: Success | undefined,
  status: number | undefined,
  kind: 'api' | 'decode' = 'api',
): LddPayError {
  const details: ErrorDetails = {
    ...success?.details,
    kind,
    outcome: success ? 'unknown' : 'not_sent',
    safeToRetry: true,
    operationId,
    status,
  };
  const problem =
    kind === 'api'
      ? `returned status ${status}`
      : 'left no response that can be read. Read a body only from a clone';
  const message = `A middleware ${problem}.`;
  return new LddPayError(callMessage(operationId, message, success?.details.requestId), details);
}

/** What a middleware sends or does later cannot undo what an earlier request may have done. */
export function withUncertainty(
  error: LddPayError,
  operationId: OperationId,
  sent: readonly (Success | LddPayError)[],
): LddPayError {
  if (error.outcome === 'unknown') return error;
  const uncertain = sent.find((one) => (isLddPayError(one) ? one.outcome === 'unknown' : !one.isSafe));
  if (!uncertain) return error;
  const reported = isLddPayError(uncertain)
    ? uncertain
    : middlewareError(operationId, uncertain, error.status, 'decode');
  // What the API asked for last still holds.
  return withDetails(reported, { retryAfterMs: error.retryAfterMs ?? reported.retryAfterMs });
}
