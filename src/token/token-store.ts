import { operations, TOKEN_OPERATION } from '../../generated/operations.js';
import { digest, toHex } from '../lib/digest.js';
import { isHeaderWord } from '../lib/headers.js';
import type { Platform } from '../lib/platform.js';
import type { ClientContext } from '../request/context.js';
import { NOT_SHARED, renewalTime, type SharedToken, type Token } from './token-cache.js';
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
): SharedToken {
  const { store } = endpoint;
  if (!store) return NOT_SHARED;
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
      return readItem(platform, parseItem(item));
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

function readItem(platform: Platform, item: Partial<StoredToken>): Token | undefined {
  const { access_token: value, token_type: type = 'Bearer', expires_at: end, lifetime } = item;
  if (!isHeaderWord(value) || typeof end !== 'number' || typeof lifetime !== 'number') return undefined;
  // Never longer than its first lifetime, however far apart the clocks of the processes are.
  const expiresAt = platform.now() + Math.min(end - platform.date(), lifetime);
  const renewAt = renewalTime(expiresAt, lifetime);
  return { value, type: String(type), expiresAt, renewAt, shared: true };
}

/** Drivers return the string that was stored, storages built on them return the parsed value. */
function parseItem(item: unknown): Partial<StoredToken> {
  try {
    return Object(typeof item === 'string' ? JSON.parse(item) : item);
  } catch {
    return {};
  }
}
