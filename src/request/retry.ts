import { isLddPayError, type LddPayError } from '../errors.js';
import { sleep } from '../lib/deadline.js';
import type { Platform } from '../lib/platform.js';
import type { Answer } from '../transport/buffered-response.js';
import { backOff, inFlightBackOff, retryAfter } from './backoff.js';
import { type CallContext, report } from './context.js';
import { isInFlight, outcomeOf, UNAUTHORIZED } from './response.js';

const RETRIED = new Set([408, 409, 429, 500, 502, 503, 504]);

/** What came of an attempt that failed: an answer, or the error that there was none. */
type Result = { readonly answer: Answer } | { readonly error: LddPayError };

/** Makes one attempt, after a wait of `delayMs` milliseconds. */
export type MakeAttempt = (delayMs: number | undefined) => Promise<Answer>;

/**
 * Makes attempts until one is final, and gives its answer or throws its error.
 *
 * Retried is what can be repeated without taking effect twice: safe operations, writes with a key and
 * token requests; anything else only when the request never left. A 401 is replayed once, with a new
 * token. A retry that the deadline does not leave time for is not started.
 */
export async function withRetries(
  platform: Platform,
  context: CallContext,
  makeAttempt: MakeAttempt,
): Promise<Answer> {
  let delayMs: number | undefined;
  for (let retries = 0; ; retries += 1) {
    let result: Result;
    try {
      const answer = await makeAttempt(delayMs);
      if (answer.ok) return answer;
      context.outcomes.push(outcomeOf(context.operation, answer));
      result = { answer };
    } catch (error) {
      if (!isLddPayError(error)) throw error;
      context.outcomes.push(error.outcome);
      result = { error };
    }
    delayMs = nextDelay(platform, context, result, retries);
    if (delayMs === undefined) {
      if ('error' in result) throw result.error;
      return result.answer;
    }
    const { status, requestId, ms } = context.attempts.at(-1) ?? {};
    const kind = 'error' in result ? result.error.kind : undefined;
    report(context, 'retry', { status, requestId, ms, delayMs, kind });
    if (delayMs > 0) await sleep(platform, delayMs, context.scope);
  }
}

/** Milliseconds until the next attempt; undefined when the result is final. */
function nextDelay(
  platform: Platform,
  context: CallContext,
  result: Result,
  retries: number,
): number | undefined {
  if (retries >= context.limits.maxRetries || context.scope.reason) return undefined;
  const delay =
    'error' in result
      ? delayAfterError(context, result.error, backOff(retries, platform.random()))
      : delayAfterAnswer(platform, context, result.answer, retries);
  return delay !== undefined && delay < context.scope.remaining() ? delay : undefined;
}

function delayAfterError(context: CallContext, error: LddPayError, delay: number): number | undefined {
  const broken = error.kind === 'network' || error.kind === 'timeout';
  return broken && (isRepeatable(context) || error.outcome === 'not_sent') ? delay : undefined;
}

function delayAfterAnswer(
  platform: Platform,
  context: CallContext,
  answer: Answer,
  retries: number,
): number | undefined {
  if (answer.status === UNAUTHORIZED) return isReplayed(context) ? 0 : undefined;
  if (!RETRIED.has(answer.status) || !isRepeatable(context)) return undefined;
  const delay = (isInFlight(answer) ? inFlightBackOff : backOff)(retries, platform.random());
  return Math.max(delay, retryAfter(answer.headers, platform.date()) ?? 0);
}

/** Once after a new token; a token that another process left in the store does not count as one. */
function isReplayed({ refusals: [first, second, third] }: CallContext): boolean {
  return first !== undefined && second !== 'own' && third === undefined;
}

/** Never by the HTTP method: a search is a POST and safe, and a POST with a key can be repeated. */
function isRepeatable({ operation, idempotencyKey }: CallContext): boolean {
  return operation.safe || operation.tokenEndpoint || idempotencyKey !== undefined;
}
