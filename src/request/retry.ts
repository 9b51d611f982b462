import { isLddPayError, type LddPayError } from '../errors.js';
import { sleep } from '../lib/deadline.js';
import type { Platform } from '../lib/platform.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import { backOff, inFlightBackOff, retryAfter } from './backoff.js';
import { isPermanent } from './connection-failure.js';
import { type CallContext, emitEvent } from './context.js';
import { isInFlight, outcomeOf, UNAUTHORIZED } from './response.js';

/** From 520 on, those of a gateway that got no usable response of the API. */
const RETRIED_STATUSES = new Set([408, 409, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);

/** An attempt that failed: with an error response, or without a response. */
type FailedAttempt = { readonly response: BufferedResponse } | { readonly error: LddPayError };

/** Makes one attempt, after a wait of `delayMs` ms. */
export type MakeAttempt = (delayMs: number | undefined) => Promise<BufferedResponse>;

/**
 * Makes attempts until one is final. Returns its response or throws its error.
 *
 * Retries what cannot take effect twice: safe operations, writes with a key, and token requests. Anything else
 * is retried only when its request was never sent. A 401 is repeated once, with a new token, which is no retry. A
 * retry that the deadline leaves no time for is not started.
 */
export async function withRetries(
  platform: Platform,
  context: CallContext,
  makeAttempt: MakeAttempt,
): Promise<BufferedResponse> {
  let delayMs: number | undefined;
  for (let retries = 0; ; ) {
    let failed: FailedAttempt;
    try {
      const response = await makeAttempt(delayMs);
      if (response.ok) return response;
      context.outcomes.push(outcomeOf(context.operation, response));
      failed = { response };
    } catch (error) {
      if (!isLddPayError(error)) throw error;
      context.outcomes.push(error.outcome);
      failed = { error };
    }
    const isUnauthorized = 'response' in failed && failed.response.status === UNAUTHORIZED;
    if (isUnauthorized) delayMs = mayReauthenticate(context) ? 0 : undefined;
    else delayMs = nextDelay(platform, context, failed, retries++);
    if (delayMs === undefined) {
      if ('error' in failed) throw failed.error;
      return failed.response;
    }
    const { status, requestId, ms } = context.attempts.at(-1) ?? {};
    const kind = 'error' in failed ? failed.error.kind : undefined;
    emitEvent(context, 'retry', { status, requestId, ms, delayMs, kind });
    if (delayMs > 0) await sleep(platform, delayMs, context.deadline);
  }
}

/** Returns the ms until the next attempt; undefined when the failure is final. */
function nextDelay(
  platform: Platform,
  context: CallContext,
  failed: FailedAttempt,
  retries: number,
): number | undefined {
  if (retries >= context.limits.maxRetries || context.deadline.reason) return undefined;
  const delay =
    'error' in failed
      ? delayAfterError(context, failed.error, backOff(retries, platform.random()))
      : delayAfterResponse(platform, context, failed.response, retries);
  return delay !== undefined && delay < context.deadline.remaining() ? delay : undefined;
}

function delayAfterError(context: CallContext, error: LddPayError, delay: number): number | undefined {
  const isBroken = error.kind === 'network' || error.kind === 'timeout';
  if (isPermanent(error.cause)) return undefined;
  return isBroken && (isRepeatable(context) || error.outcome === 'not_sent') ? delay : undefined;
}

function delayAfterResponse(
  platform: Platform,
  context: CallContext,
  response: BufferedResponse,
  retries: number,
): number | undefined {
  if (!RETRIED_STATUSES.has(response.status) || !isRepeatable(context)) return undefined;
  const delay = (isInFlight(response) ? inFlightBackOff : backOff)(retries, platform.random());
  return Math.max(delay, retryAfter(response.headers, platform.date()) ?? 0);
}

/** Once with a new token; a token that another process left in the store does not count as new. */
function mayReauthenticate({ deadline, unauthorizedTokens }: CallContext): boolean {
  const [first, second = 'shared', third] = unauthorizedTokens;
  if (first === undefined || first === 'kept' || deadline.reason) return false;
  return second === 'shared' && third === undefined;
}

/** Never decided by the HTTP method: a search is a safe POST, and a POST with a key can be repeated. */
function isRepeatable({ operation, idempotencyKey }: CallContext): boolean {
  return operation.safe || operation.tokenEndpoint || idempotencyKey !== undefined;
}
