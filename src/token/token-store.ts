import { operations, TOKEN_OPERATION } from '../../generated/operations.js';
import { digest, toHex } from '../lib/digest.js';
import type { Platform } from '../lib/platform.js';
import type { ClientContext } from '../request/context.js';
import { readToken, type Token } from './token.js';
import type { SharedToken } from './token-cache.js';
import type { TokenEndpoint } from './token-request.js';

/** How long the store may take before the client continues without it, in ms. */
const STORE_TIMEOUT_MS = 500;

/** How long a store that failed is not used, in ms. */
const COOL_DOWN_MS = 5_000;

/** A token at rest. Times are in ms since the Unix epoch, which processes have in common. */
interface StoredToken {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_at: number;
  readonly lifetime: number;
}

/**
 * Shares the token with other processes through the configured store. When the store is down or slow, the
 * client continues with a token of its own and reports it in an event.
 */
export function createSharedToken(
  endpoint: TokenEndpoint,
  { platform, emit, nextCallId }: ClientContext,
): SharedToken | undefined {
  const { store } = endpoint;
  if (!store) return undefined;
  const key = storeKey(endpoint);

  let coolDownUntil = 0;
  const withTimeout = async (use: (key: string) => unknown): Promise<unknown> => {
    if (platform.now() < coolDownUntil) return undefined;
    let timer: unknown;
    const timeout = new Promise((_, reject) => {
      timer = platform.setTimeout(reject, STORE_TIMEOUT_MS);
    });
    try {
      return await Promise.race([timeout, key.then(use)]);
    } catch {
      coolDownUntil = platform.now() + COOL_DOWN_MS;
      const { method, path: urlTemplate } = operations[TOKEN_OPERATION];
      const about = { operationId: TOKEN_OPERATION, method, urlTemplate, callId: nextCallId(), attempt: 0 };
      emit?.({ type: 'token', ...about, problem: 'store_unavailable' });
      return undefined;
    } finally {
      platform.clearTimeout(timer);
    }
  };

  return {
    async read() {
      const item = await withTimeout((name) => store.getItem(name, {}));
      return readItem(platform, item);
    },
    async write(token) {
      const remaining = token.expiresAt - platform.now();
      const stored: StoredToken = {
        access_token: token.value,
        token_type: token.type,
        expires_at: platform.date() + remaining,
        lifetime: remaining,
      };
      const ttl = Math.floor(remaining / 1000);
      if (ttl > 0) await withTimeout((name) => store.setItem(name, JSON.stringify(stored), { ttl }));
    },
  };
}

/** Differs for clients with other credentials, and reveals none of them. */
async function storeKey({ tokenUrl, credentials: { clientId, scope } }: TokenEndpoint): Promise<string> {
  return `lddpay:token:${toHex(await digest([tokenUrl, clientId, scope]))}`;
}

/** Returns undefined for an entry that holds no usable token. It may come from anywhere, and be anything. */
function readItem(platform: Platform, item: unknown): Token | undefined {
  try {
    // Drivers return the string that was stored, storages built on them return the parsed value.
    const stored: Partial<StoredToken> = Object(typeof item === 'string' ? JSON.parse(item) : item);
    const { access_token, token_type, expires_at: end, lifetime } = stored;
    if (typeof end !== 'number' || typeof lifetime !== 'number') return undefined;
    // Never longer than its first lifetime, however far apart the clocks of the processes are.
    const expiresAt = platform.now() + Math.min(end - platform.date(), lifetime);
    const issued = { access_token, token_type, expires_in: lifetime / 1000 };
    const token = readToken(issued, expiresAt - lifetime);
    return typeof token === 'string' ? undefined : { ...token, shared: true };
  } catch {
    return undefined;
  }
}
