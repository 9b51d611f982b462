import { codeOf } from './cause.js';
import { type CallContext, report } from './context.js';
import { isLddPayError } from './errors.js';
import type { Platform } from './platform.js';
import { diagnose, UNAUTHORIZED } from './response.js';
import type { Answer, Send } from './send.js';
import type { Tokens } from './token.js';

/** A request as openapi-fetch composes it, before the platform's Request is made: it can be sent again. */
export class Draft {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

export type Attempt = (draft: Draft, context: CallContext, delayMs: number | undefined) => Promise<Answer>;

/** What happens once an attempt: a token that is valid now, the request, its record. */
export function createAttempt(platform: Platform, send: Send, tokens: Tokens): Attempt {
  return async ({ url, init: { method, body, headers } }, context, delayMs) => {
    const { operation, scope, attemptTimeout: timeout } = context;
    const sent = new Headers(headers);
    const token = operation.secured ? await tokens.get(scope.signal) : undefined;
    if (token) {
      sent.set('Authorization', `Bearer ${token.value}`);
      context.secrets.push(token.value);
    }
    const init: RequestInit = { method: method ?? operation.method, body: body ?? null, headers: sent };
    const answer = await recordAttempt(platform, context, delayMs, () =>
      send(url, init, { signal: scope.signal, timeout }),
    );
    if (token && answer.status === UNAUTHORIZED) {
      tokens.invalidate(token);
      context.refusals.push(token.shared ? 'shared' : 'own');
    }
    return answer;
  };
}

/** Sends, keeps a record of it in the context, and tells the listener before and after. */
export async function recordAttempt(
  platform: Platform,
  context: CallContext,
  delayMs: number | undefined,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const begun = platform.now();
  const index = context.attempts.push({ ms: 0, delayMs }) - 1;
  report(context, 'request');
  try {
    const answer = await send();
    const { requestId, errorCodes } = diagnose(answer, context.secrets);
    const record = { status: answer.status, requestId, ms: platform.now() - begun };
    context.attempts[index] = { ...record, errorCode: errorCodes[0], delayMs };
    report(context, 'response', record);
    return answer;
  } catch (error) {
    const code = isLddPayError(error) ? (codeOf(error.cause) ?? error.kind) : undefined;
    context.attempts[index] = { errorCode: code, ms: platform.now() - begun, delayMs };
    throw error;
  }
}
