import { isLddPayError } from '../errors.js';
import { unlessCancelled } from '../lib/cancellation.js';
import { safeCause } from '../lib/error-cause.js';
import type { TokenProviderOptions } from '../options.js';
import type { ClientContext } from '../request/context.js';
import { obtainToken, tokenError } from './obtain-token.js';
import { type ObtainToken, readToken, type TokenRequestOptions } from './token.js';

/**
 * Obtains a token from the `tokenProvider` option, within the deadline of a call. How the provider gets it, and
 * how often it retries, is its own business.
 *
 * The returned function rejects with an LddPayError of kind `auth`.
 *
 * @param defaults The options of the client.
 */
export function createTokenProvider(
  provider: TokenProviderOptions['tokenProvider'],
  defaults: TokenRequestOptions,
  client: ClientContext,
): ObtainToken {
  const callProvider = async (requestedAt: number) => readToken(await provider(), requestedAt);
  return ({ limits } = defaults) =>
    obtainToken(client, limits, async ({ deadline, secrets }, requestedAt) => {
      const provided = unlessCancelled(callProvider(requestedAt), deadline);
      const token = await provided.catch((cause: unknown) => {
        throw tokenError('`tokenProvider` returned none.', {
          cause: isLddPayError(cause) ? cause : safeCause(cause, secrets),
        });
      });
      if (typeof token === 'object') return token;
      throw tokenError(`\`tokenProvider\` returned no usable \`${token}\`.`);
    });
}
