import { LddPayError, withDetails } from '../errors.js';
import { mustBe } from '../lib/checks.js';
import { codeOf, safeCause } from '../lib/error-cause.js';
import { noteSecrets } from '../lib/note-secrets.js';
import type { ResponseObserver } from '../options.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { FetchBuffered, OutgoingRequest, SendProgress } from '../transport/transport.js';
import { isNeverSent, isPermanent, isPortRefused, readGlobalSender } from './connection-failure.js';
import { type CallContext, emitEvent, timeoutError } from './context.js';
import { isPrintable, readDetails } from './response.js';

/** The secrets of a token response (RFC 6749, section 5.1, and OpenID Connect), which anything else in it can repeat. */
const TOKEN_FIELDS = ['access_token', 'refresh_token', 'id_token'];

/** Sends one request. `delayMs`, the wait before it in ms, is only recorded. */
export type SendRequest = (
  context: CallContext,
  url: string,
  request: OutgoingRequest,
  delayMs: number | undefined,
) => Promise<BufferedResponse>;

/**
 * Sends single requests within the limits of their calls. Records each in the context of its call, and emits an
 * event before and after it.
 *
 * The returned function rejects with an LddPayError of kind `aborted`, `timeout` or `network`, with what is known of the
 * outcome, or of kind `config` without a `fetch`.
 */
export function createSendRequest(
  fetchBuffered: FetchBuffered,
  baseUrl: string,
  observe?: ResponseObserver,
): SendRequest {
  let headers: Headers | undefined;
  return async (context, url, request, delayMs) => {
    const { platform, clock, attempts, limits, deadline, operation, secrets } = context;
    if (deadline.reason) throw deadline.reason;
    const startedAt = platform.now();
    context.start ??= { now: startedAt, date: platform.date(), headers };
    // Now, since other calls with the key have to know it, whatever comes of this one.
    if (context.idempotencyKey) context.key.sentAt ??= clock.pin(context.start);
    const index = attempts.push({ ms: 0, delayMs }) - 1;
    const attemptDeadline = deadline.until(startedAt + limits.attemptTimeout, () =>
      timeoutError(limits, 'attemptTimeout'),
    );
    const progress: SendProgress = { sent: 'no', via: 'given' };
    emitEvent(context, 'request');
    // Not once it failed: what a program has put in its place meanwhile sent nothing.
    const sender = readGlobalSender();
    let response: BufferedResponse;
    try {
      response = await fetchBuffered(url, request, attemptDeadline, progress);
    } catch (cause) {
      const { sent, via } = progress;
      const noFetch = via === 'nothing' ? mustBe('fetch', 'given: there is no global one here') : undefined;
      const { reason = noFetch } = attemptDeadline;
      const isNotSent = sent === 'no' || (!reason && via === 'global' && isNeverSent(cause, sender));
      const outcome = isNotSent ? 'not_sent' : 'unknown';
      const safe = safeCause(cause, secrets);
      const code = codeOf(safe);
      // That of a `fetch` of the caller can be anything.
      const known = isPrintable(code, secrets) ? code : undefined;
      const why = isPortRefused(cause) ? 'fetch refuses its port, use another one' : known;
      const error = reason
        ? withDetails(reason, { outcome })
        : new LddPayError(`The connection to ${new URL(url).origin} failed${why ? `: ${why}` : ''}.`, {
            kind: 'network',
            outcome,
            transient: !isPermanent(cause),
            cause: safe,
          });
      const errorCode = codeOf(error.cause) ?? error.kind;
      attempts[index] = { errorCode, ms: platform.now() - startedAt, delayMs };
      throw error;
    } finally {
      attemptDeadline.close();
    }
    // Tokens can come from another host, whose clock says nothing about that of the API.
    if (url.startsWith(`${baseUrl}/`)) {
      ({ headers } = response);
      clock.note(headers);
    }
    if (operation.tokenEndpoint) noteSecrets(TOKEN_FIELDS, response.json(), secrets);
    const { status } = response;
    const { requestId, errorCodes } = readDetails(response, secrets);
    const ms = platform.now() - startedAt;
    attempts[index] = { status, requestId, errorCode: errorCodes[0], ms, delayMs };
    emitEvent(context, 'response', { status, requestId, ms });
    observe?.(context.operationId, response);
    return response;
  };
}
