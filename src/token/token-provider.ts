import { unlessCancelled } from '../lib/cancellation.js';
import type { TokenProviderOptions } from '../options.js';
import type { ClientContext } from '../request/context.js';
import { createObtainToken } from './obtain-token.js';
import type { ObtainToken, TokenRequestOptions } from './token.js';

/**
 * Obtains a token from the `tokenProvider` option, within the deadline of a call. How the provider gets it, and
 * how often it retries, is its own business.
 *
 * @param defaults The options of the client.
 */
export function createTokenProvider(
  provider: TokenProviderOptions['tokenProvider'],
  defaults: TokenRequestOptions,
  client: ClientContext,
): ObtainToken {
  return createObtainToken(client, defaults, '`tokenProvider`', async ({ deadline }, _, refusedToken) => ({
    issued: await unlessCancelled(Promise.resolve(provider({ refusedToken })), deadline),
  }));
}
