import type { LddPayError } from '../errors.js';
import { sleep } from '../lib/deadline.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import { backOff, inFlightBackOff } from './backoff.js';
import { type CallContext, emitEvent, findKeyExpiry, isBefore } from './context.js';
import { responseError } from './response.js';

/** From 520 on, those of a gateway that got no usable response of the API. */
const RETRIED_STATUS = /^(40[89]|429|50[0234]|52[0-4]|530)$/;

/** The origins of refused tokens after which there is a new one. One from the store does not count as new. */
const REPLACED_TOKENS = /^(own|shared)(,shared)?$/;

/** Makes one attempt, after a wait of `delayMs` ms. */
export type MakeAttempt = (delayMs: number | undefined) => Promise<BufferedResponse>;

/**
 * Makes attempts until one is final. Returns its response, or throws its error, which may be that of a response.
 *
 * Retries what cannot take effect twice: safe operations, writes with a key, and token requests. Anything else
 * is retried only when its request was never sent. A 401 is repeated with a new token, which is no retry: once, or
 * twice where the first new one came from the store. A retry that the deadline leaves no time for is not started.
 */
export async function withRetries(context: CallContext, makeAttempt: MakeAttempt): Promise<BufferedResponse> {
  let delayMs: number | undefined;
  for (;;) {
    try {
      const response = await makeAttempt(delayMs);
      if (response.ok) return response;
      throw responseError(response, context);
    } catch (cause) {
      const error = cause as LddPayError;
      delayMs = nextDelay(context, error);
      context.outcomes.push(error.outcome);
      if (delayMs === undefined) throw error;
      const { kind, status, requestId } = error;
      emitEvent(context, 'retry', { kind, status, requestId, ms: context.attempts.at(-1)?.ms, delayMs });
      if (delayMs > 0) await sleep(context.platform, delayMs, context.deadline);
    }
  }
}

/** Returns the ms until the next attempt; undefined when the failure is final. */
function nextDelay(
  context: CallContext,
  { kind, outcome, status, errorCodes, retryAfterMs = 0, transient }: LddPayError,
): number | undefined {
  const { platform, clock, operation, idempotencyKey, key, limits, deadline, outcomes, unauthorizedTokens } =
    context;
  if (deadline.reason || (key.mayBeForgotten && outcome === 'unknown')) return undefined;
  const isNeverSent = outcome === 'not_sent';
  // That of a token request is final.
  if (kind === 'auth') {
    return !isNeverSent && REPLACED_TOKENS.test(`${unauthorizedTokens}`) ? 0 : undefined;
  }
  const retries = outcomes.length - unauthorizedTokens.length;
  // Never decided by the HTTP method: a search is a safe POST, and a POST with a key can be repeated.
  const isSafe = isNeverSent || operation.safe || operation.tokenEndpoint;
  const isRepeatable = isSafe || idempotencyKey !== undefined;
  const isRetried = transient && (status === undefined || RETRIED_STATUS.test(`${status}`));
  if (retries >= limits.maxRetries || !isRepeatable || !isRetried) return undefined;
  const isInFlight = status === 409 || errorCodes.includes('duplicate_request');
  const delay = (isInFlight ? inFlightBackOff : backOff)(retries, platform.random());
  const longest = Math.max(delay, retryAfterMs);
  const isInTime = longest < deadline.remaining();
  const isKeyAlive = isSafe || isBefore(clock, findKeyExpiry(context), longest);
  return isInTime && isKeyAlive ? longest : undefined;
}
