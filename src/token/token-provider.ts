import { TOKEN_OPERATION } from '../../generated/operations.js';
import { isLddPayError, LddPayError } from '../errors.js';
import { unlessEnded } from '../lib/deadline.js';
import { safeCause } from '../lib/error-cause.js';
import type { TokenProviderOptions } from '../options.js';
import { type CallLimits, callError, openContext, type Runtime, report } from '../request/context.js';
import { readToken, type Token } from './token-cache.js';

/**
 * A token from the provider that the client was given, within the deadline of a call. How it is had, and
 * how often that is tried, is the provider's business.
 *
 * The function it returns rejects with an LddPayError of kind `auth`.
 */
export function createProvidedToken(
  provider: TokenProviderOptions['tokenProvider'],
  limits: CallLimits,
  runtime: Runtime,
): () => Promise<Token> {
  const ask = async () => provider();
  return async () => {
    const context = openContext(runtime, TOKEN_OPERATION, limits);
    const requestedAt = runtime.platform.now();
    try {
      const token = readToken(await unlessEnded(ask(), context.scope), requestedAt);
      if (!token) throw new TypeError('It takes `access_token` and `expires_in`, in seconds.');
      report(context, 'token');
      return token;
    } catch (cause) {
      const error = callError(providerError(cause), context);
      report(context, 'error', { kind: error.kind, outcome: error.outcome });
      throw error;
    } finally {
      context.scope.close();
    }
  };
}

function providerError(cause: unknown): LddPayError {
  return new LddPayError('No token could be had: `tokenProvider` gave none.', {
    kind: 'auth',
    outcome: 'not_sent',
    cause: isLddPayError(cause) ? cause : safeCause(cause),
  });
}
