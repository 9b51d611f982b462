import { LddPayError } from '../errors.js';
import { type CallContext, findKeyExpiry, isBefore } from '../request/context.js';
import { UNAUTHORIZED } from '../request/response.js';
import type { SendRequest } from '../request/send-request.js';
import type { TokenCache } from '../token/token-cache.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { OutgoingRequest } from '../transport/transport.js';
import type { PreparedRequest } from './prepare-request.js';

export type Attempt = (
  request: PreparedRequest,
  context: CallContext,
  delayMs: number | undefined,
) => Promise<BufferedResponse>;

/**
 * Does what happens once an attempt: obtains a valid token and sends the request.
 *
 * @param clientHeaders Headers of every request, with lowercase names. Those of the request take precedence.
 */
export function createAttempt(
  sendRequest: SendRequest,
  tokens: TokenCache,
  clientHeaders: OutgoingRequest['headers'],
): Attempt {
  return async ({ url, body, headers }, context, delayMs) => {
    const { operation, idempotencyKey, key, deadline, clock, outcomes } = context;
    const token = await tokens.get(deadline);
    context.secrets.push(token.value);
    // The machine may have slept since it was decided to send the request.
    const isRepeated = !operation.safe && outcomes.includes('unknown');
    const isExpired = isRepeated && !isBefore(clock, findKeyExpiry(context));
    if (isExpired || key.isTooLate?.(isRepeated)) {
      const message = isExpired
        ? 'The idempotency key expired before the request could be sent.'
        : 'The request was not sent: too much time went by since it was prepared, for example because the machine slept.';
      throw new LddPayError(message, { kind: 'timeout', outcome: 'not_sent', transient: false });
    }
    // In this order: V8 takes 2 µs to add properties to an object that begins with a spread.
    const sent: Record<string, string> = {
      Authorization: `Bearer ${token.value}`,
      ...clientHeaders,
      ...headers,
    };
    if (operation.idempotencyHeader && idempotencyKey) sent[operation.idempotencyHeader] = idempotencyKey;
    const response = await sendRequest(
      context,
      url,
      { method: operation.method, body, headers: sent },
      delayMs,
    );
    if (response.ok) tokens.confirm(token);
    if (response.status === UNAUTHORIZED) {
      const origin = token.shared ? 'shared' : 'own';
      context.unauthorizedTokens.push(tokens.invalidate(token) ? origin : 'kept');
    }
    return response;
  };
}
