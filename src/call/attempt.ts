import type { CallContext } from '../request/context.js';
import { UNAUTHORIZED } from '../request/response.js';
import type { Send } from '../request/send.js';
import type { Tokens } from '../token/token-cache.js';
import type { Answer } from '../transport/buffered-response.js';
import type { Draft } from './prepare-request.js';

export type Attempt = (draft: Draft, context: CallContext, delayMs: number | undefined) => Promise<Answer>;

/** What happens once an attempt: a token that is valid now, and the request. */
export function createAttempt(send: Send, tokens: Tokens): Attempt {
  return async ({ url, body, headers }, context, delayMs) => {
    const { operation, idempotencyKey, scope } = context;
    const token = operation.secured ? await tokens.get(scope) : undefined;
    if (token) context.secrets.push(token.value);
    // In this order: V8 takes 2 µs to add properties to an object that begins with a spread.
    const sent: Record<string, string> = token
      ? { Authorization: `Bearer ${token.value}`, ...headers }
      : { ...headers };
    if (operation.idempotencyHeader && idempotencyKey) sent[operation.idempotencyHeader] = idempotencyKey;
    const content = { method: operation.method, body, headers: sent };
    const answer = await send(context, url, content, delayMs);
    if (token && answer.status === UNAUTHORIZED) {
      tokens.invalidate(token);
      context.refusals.push(token.shared ? 'shared' : 'own');
    }
    return answer;
  };
}
