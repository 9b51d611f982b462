import { TOKEN_OPERATION } from '../../generated/operations.js';
import { isLddPayError, LddPayError } from '../errors.js';
import { unlessCancelled } from '../lib/cancellation.js';
import { safeCause } from '../lib/error-cause.js';
import type { TokenProviderOptions } from '../options.js';
import {
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import { readToken, type Token } from './token-cache.js';

/**
 * Obtains a token from the `tokenProvider` option, within the deadline of a call. How the provider gets it, and
 * how often it retries, is its own business.
 *
 * The returned function rejects with an LddPayError of kind `auth`.
 */
export function createTokenProvider(
  provider: TokenProviderOptions['tokenProvider'],
  limits: CallLimits,
  client: ClientContext,
): () => Promise<Token> {
  const callProvider = async () => provider();
  return async () => {
    const context = openContext(client, TOKEN_OPERATION, limits);
    const requestedAt = client.platform.now();
    try {
      const token = readToken(await unlessCancelled(callProvider(), context.deadline), requestedAt);
      if (!token) throw new TypeError('It must return `access_token` and `expires_in` in seconds.');
      emitEvent(context, 'token');
      return token;
    } catch (cause) {
      const error = toCallError(providerError(cause, context.secrets), context);
      emitEvent(context, 'error', { kind: error.kind, outcome: error.outcome });
      throw error;
    } finally {
      context.deadline.close();
    }
  };
}

function providerError(cause: unknown, secrets: readonly string[]): LddPayError {
  return new LddPayError('Could not obtain an access token. `tokenProvider` returned none.', {
    kind: 'auth',
    outcome: 'not_sent',
    cause: isLddPayError(cause) ? cause : safeCause(cause, secrets),
  });
}
