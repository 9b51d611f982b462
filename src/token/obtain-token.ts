import { TOKEN_OPERATION } from '../../generated/operations.js';
import { type ErrorDetails, LddPayError, withDetails } from '../errors.js';
import {
  type CallContext,
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import type { Token } from './token.js';

/**
 * Obtains a token in a context of its own, with events: it serves many calls, and none of them can end it.
 *
 * @param obtain Receives the time at which it starts, in ms on the monotonic clock.
 * @throws What `obtain` throws, as the error of a call that needs a token and was not sent.
 */
export async function obtainToken(
  client: ClientContext,
  limits: CallLimits,
  obtain: (context: CallContext, requestedAt: number) => Promise<Token>,
): Promise<Token> {
  const context = openContext(client, TOKEN_OPERATION, limits);
  try {
    const token = await obtain(context, client.platform.now());
    emitEvent(context, 'token', { status: token.response?.status });
    return token;
  } catch (cause) {
    // Whatever became of the token request, the call that needs the token was not sent.
    const details = { outcome: 'not_sent', safeToRetry: true } as const;
    const error = withDetails(toCallError(cause, context), details);
    const { kind, outcome, status } = error;
    emitEvent(context, 'error', { kind, outcome, status });
    throw error;
  } finally {
    context.deadline.close();
  }
}

/** Creates the error of a token that could not be obtained. */
export function tokenError(reason: string, details?: Partial<ErrorDetails>): LddPayError {
  return new LddPayError(`Could not obtain an access token. ${reason}`, {
    kind: 'auth',
    outcome: 'not_sent',
    ...details,
  });
}
