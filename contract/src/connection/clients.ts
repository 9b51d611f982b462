import { type Client, type ClientOptions, createClient, type Fetch } from 'lddpay';
import { operations, TOKEN_OPERATION } from 'lddpay/operations';
import type { Connection } from './connection.js';

/** Clients with valid and with invalid credentials. They share one connection and never retry a request. */
export interface Clients {
  readonly valid: Client;
  /** Does not know which idempotency keys `valid` used, so that it can use them for something else. */
  readonly unaware: Client;
  /** Sends a token that the provider did not issue. */
  readonly badToken: Client;
  /** Sends no token. */
  readonly noToken: Client;
  readonly badSecret: Client;
  /** Signs requests with another secret. */
  readonly badSignature: Client;
}

const BAD_TOKEN = { access_token: 'not-issued', token_type: 'Bearer', expires_in: 3600 };

/**
 * Creates the clients. Their base URL is the provider's own, so that they follow its links.
 *
 * @param given The options with the valid credentials.
 */
export function createClients(given: ClientOptions, { send }: Connection): Clients {
  const base = given.baseUrl.replace(/\/+$/, '');
  const basePath = new URL(base).pathname.replace(/\/$/, '');
  const tokenUrl = base + operations[TOKEN_OPERATION].path;
  const sendToProvider: Fetch = async (target, init) => {
    const { pathname, search } = new URL(target);
    if (!pathname.startsWith(`${basePath}/`)) throw new TypeError('The URL is not below the base URL.');
    return send(pathname.slice(basePath.length) + search, init);
  };
  const options = { ...given, baseUrl: base, tokenUrl: undefined, maxRetries: 0, fetch: sendToProvider };
  const issueBadToken: Fetch = async (target, init) =>
    target === tokenUrl ? Response.json(BAD_TOKEN) : sendToProvider(target, init);
  return {
    valid: createClient(options),
    unaware: createClient(options),
    badToken: createClient({ ...options, fetch: issueBadToken }),
    noToken: createClient({
      ...options,
      fetch: (target, init) => issueBadToken(target, { ...init, headers: withoutToken(init.headers) }),
    }),
    badSecret: createClient({ ...options, clientSecret: 'wrong-on-purpose' }),
    badSignature: createClient({
      ...options,
      signing: given.signing && { ...given.signing, secret: 'wrong-on-purpose' },
    }),
  };
}

function withoutToken(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given);
  headers.delete('Authorization');
  return headers;
}
