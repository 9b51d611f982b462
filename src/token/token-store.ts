import { TOKEN_OPERATION } from '../../generated/operations.js';
import { unlessCancelled } from '../lib/cancellation.js';
import { digest, toHex } from '../lib/digest.js';
import type { Platform } from '../lib/platform.js';
import { type ClientContext, emitEvent, openContext } from '../request/context.js';
import { type ObtainToken, readToken, type Token } from './token.js';
import type { TokenEndpoint } from './token-request.js';

/** How long the store may take before the client continues without it, in ms. */
const STORE_TIMEOUT_MS = 500;

/** How long a store that failed is not used, in ms. */
const COOL_DOWN_MS = 5_000;

/** What a use of the store is limited by. */
const LIMITS = { attemptTimeout: STORE_TIMEOUT_MS, deadline: STORE_TIMEOUT_MS, maxRetries: 0 };

/**
 * Shares tokens with other processes through the configured store: obtains one only when the store has none of
 * use. When the store is down or slow, the client continues with a token of its own and reports it in an event.
 */
export function shareTokens(
  endpoint: TokenEndpoint,
  client: ClientContext,
  obtain: ObtainToken,
): ObtainToken {
  const { store, tokenUrl, clientId, scope } = endpoint;
  if (!store) return obtain;
  const { platform } = client;
  // Differs for clients with other credentials, and reveals none of them.
  const readKey = async () => `lddpay:token:${toHex(await digest([tokenUrl, clientId, scope]))}`;

  let coolDownUntil = 0;
  const tryStore = async (use: (key: string) => unknown): Promise<unknown> => {
    if (platform.now() < coolDownUntil) return undefined;
    const context = openContext(client, TOKEN_OPERATION, LIMITS);
    try {
      return await unlessCancelled(readKey().then(use), context.deadline);
    } catch {
      coolDownUntil = platform.now() + COOL_DOWN_MS;
      emitEvent(context, 'token', { problem: 'store_unavailable' });
      return undefined;
    } finally {
      context.deadline.close();
    }
  };

  return async (options, refused) => {
    const item = await tryStore((name) => store.getItem(name, {}));
    const found = readItem(platform, item);
    if (found && found.value !== refused && found.renewAt > platform.now()) return found;
    const token = await obtain(options, refused);
    const seconds = (token.expiresAt - platform.now()) / 1000;
    const entry = JSON.stringify({
      access_token: token.value,
      expires_in: seconds,
      expires_at: platform.date() + seconds * 1000,
    });
    const ttl = Math.floor(seconds);
    if (ttl > 0) await tryStore((name) => store.setItem(name, entry, { ttl }));
    return token;
  };
}

/** Returns undefined for an entry that holds no usable token. It may come from anywhere, and be anything. */
function readItem(platform: Platform, item: unknown): Token | undefined {
  try {
    // Drivers return the string that was stored, storages built on them return the parsed value.
    const stored = Object(typeof item === 'string' ? JSON.parse(item) : item);
    // Never longer than its lifetime, however far apart the clocks of the processes are.
    const age = Math.max(0, platform.date() - stored.expires_at + stored.expires_in * 1000);
    const token = readToken(stored, platform.now() - age);
    return typeof token === 'string' ? undefined : { ...token, shared: true };
  } catch {
    return undefined;
  }
}
