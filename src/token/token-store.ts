import { operations, TOKEN_OPERATION } from '../../generated/operations.js';
import type { TokenEndpoint } from '../config.js';
import { digest } from '../lib/digest.js';
import { isHeaderText } from '../lib/headers.js';
import { toHex } from '../lib/hex.js';
import type { Runtime } from '../request/context.js';
import { NOT_SHARED, renewalTime, type SharedTokens, type Token } from './token-cache.js';

/** How long the store may take before the client goes on without it, in milliseconds. */
const PATIENCE = 500;

/** How long a store that failed is left alone, in milliseconds. */
const COOL_DOWN = 5_000;

/** A token at rest; times are milliseconds since the Unix epoch, which processes have in common. */
interface StoredToken {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_at: number;
  readonly lifetime: number;
}

/**
 * The tokens that processes share through the configured store. When the store is down or slow, the
 * client goes on with its own token and says so in an event.
 */
export function createSharedTokens(
  endpoint: TokenEndpoint,
  { platform, emit, nextCallId }: Runtime,
): SharedTokens {
  const { store } = endpoint;
  if (!store) return NOT_SHARED;
  const key = storeKey(endpoint);

  let coolUntil = 0;
  const patiently = async (use: (key: string) => unknown): Promise<unknown> => {
    if (platform.now() < coolUntil) return undefined;
    let timer: unknown;
    const late = new Promise((_, reject) => {
      timer = platform.setTimeout(reject, PATIENCE);
    });
    try {
      return await Promise.race([late, key.then(use)]);
    } catch {
      coolUntil = platform.now() + COOL_DOWN;
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
      const item = await patiently((name) => store.getItem(name, {}));
      return fromStore(platform, parse(item));
    },
    async write(token) {
      const left = token.expiresAt - platform.now();
      const stored: StoredToken = {
        access_token: token.value,
        token_type: token.type,
        expires_at: platform.date() + left,
        lifetime: left,
      };
      const ttl = Math.floor(left / 1000);
      if (ttl > 0) await patiently((name) => store.setItem(name, JSON.stringify(stored), { ttl }));
    },
  };
}

/** Tells clients with other credentials apart without showing any. */
async function storeKey({ tokenUrl, credentials: { clientId, scope } }: TokenEndpoint): Promise<string> {
  return `lddpay:token:${toHex(await digest([tokenUrl, clientId, scope]))}`;
}

function fromStore(platform: Runtime['platform'], item: Partial<StoredToken>): Token | undefined {
  const { access_token: value, token_type: type = 'Bearer', expires_at: end, lifetime } = item;
  if (!isHeaderText(value) || typeof end !== 'number' || typeof lifetime !== 'number') return undefined;
  // Never longer than it lived at first, however far the clocks of the processes are apart.
  const expiresAt = platform.now() + Math.min(end - platform.date(), lifetime);
  const renewAt = renewalTime(expiresAt, lifetime);
  return { value, type: String(type), expiresAt, renewAt, shared: true };
}

/** Drivers give back the text, storages made of them what it holds. */
function parse(item: unknown): Partial<StoredToken> {
  try {
    return Object(typeof item === 'string' ? JSON.parse(item) : item);
  } catch {
    return {};
  }
}
