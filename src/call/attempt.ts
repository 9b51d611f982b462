import type { CallContext } from '../request/context.js';
import { UNAUTHORIZED } from '../request/response.js';
import type { SendRequest } from '../request/send-request.js';
import type { TokenCache } from '../token/token-cache.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { PreparedRequest } from './prepare-request.js';

export type Attempt = (
  request: PreparedRequest,
  context: CallContext,
  delayMs: number | undefined,
) => Promise<BufferedResponse>;

/** Does what happens once an attempt: obtains a valid token and sends the request. */
export function createAttempt(sendRequest: SendRequest, tokens: TokenCache): Attempt {
  return async ({ url, body, headers }, context, delayMs) => {
    const { operation, idempotencyKey, deadline } = context;
    const token = operation.secured ? await tokens.get(deadline) : undefined;
    if (token) context.secrets.push(token.value);
    // In this order: V8 takes 2 µs to add properties to an object that begins with a spread.
    const sent: Record<string, string> = token
      ? { Authorization: `Bearer ${token.value}`, ...headers }
      : { ...headers };
    if (operation.idempotencyHeader && idempotencyKey) sent[operation.idempotencyHeader] = idempotencyKey;
    const response = await sendRequest(
      context,
      url,
      { method: operation.method, body, headers: sent },
      delayMs,
    );
    if (token && response.status === UNAUTHORIZED) {
      tokens.invalidate(token);
      context.unauthorizedTokens.push(token.shared ? 'shared' : 'own');
    }
    return response;
  };
}
