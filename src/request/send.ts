import { LddPayError, withDetails } from '../errors.js';
import { codeOf, safeCause } from '../lib/error-cause.js';
import type { Platform } from '../lib/platform.js';
import type { Answer } from '../transport/buffered-response.js';
import type { Content, Transmit } from '../transport/transport.js';
import { type CallContext, report } from './context.js';
import { diagnose } from './response.js';

/** Makes one attempt now; `delayMs`, the milliseconds that were waited for it, is for its record. */
export type Send = (
  context: CallContext,
  url: string,
  content: Content,
  delayMs: number | undefined,
) => Promise<Answer>;

/**
 * Sends single requests within the limits of their calls. Each is recorded in the context of its call, whose
 * listener is told before and after.
 *
 * The function it returns rejects with an LddPayError of kind `aborted`, `timeout` or `network`, with
 * what is known of the outcome.
 */
export function createSend(platform: Platform, transmit: Transmit): Send {
  return async (context, url, content, delayMs) => {
    const { attempts, limits, scope, secrets } = context;
    if (scope.reason) throw withDetails(scope.reason, { outcome: 'not_sent' });
    const begun = platform.now();
    const index = attempts.push({ ms: 0, delayMs }) - 1;
    report(context, 'request');
    const attempt = scope.until(begun + limits.attemptTimeout, () => timeoutError(limits.attemptTimeout));
    try {
      const answer = await transmit(url, content, attempt);
      const { status } = answer;
      const { requestId, errorCodes } = diagnose(answer, secrets);
      const ms = platform.now() - begun;
      attempts[index] = { status, requestId, errorCode: errorCodes[0], ms, delayMs };
      report(context, 'response', { status, requestId, ms });
      return answer;
    } catch (cause) {
      const { reason } = attempt;
      const error = reason ? withDetails(reason, { outcome: 'unknown' }) : networkError(cause);
      const errorCode = codeOf(error.cause) ?? error.kind;
      attempts[index] = { errorCode, ms: platform.now() - begun, delayMs };
      throw error;
    } finally {
      attempt.close();
    }
  };
}

function timeoutError(ms: number): LddPayError {
  return new LddPayError(`No complete answer within ${ms} ms.`, { kind: 'timeout', outcome: 'unknown' });
}

/** Codes that a connection fails with before a single byte of the request is sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]);

function networkError(error: unknown): LddPayError {
  const neverConnected = NEVER_CONNECTED.has(codeOf(error) ?? '');
  const message = neverConnected ? 'The API could not be reached.' : 'The connection to the API broke.';
  const outcome = neverConnected ? 'not_sent' : 'unknown';
  return new LddPayError(message, { kind: 'network', outcome, cause: safeCause(error) });
}
