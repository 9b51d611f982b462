import { type Client, type ClientOptions, createClient } from 'lddpay';
import { operations, TOKEN_OPERATION } from 'lddpay/operations';
import type { Connection } from './connection.js';

/** Clients with valid and with invalid credentials. They share one connection and never retry a request. */
export interface Clients {
  readonly valid: Client;
  /** Sends a token that the provider did not issue. */
  readonly badToken: Client;
  readonly badSecret: Client;
}

const BAD_TOKEN = { access_token: 'not-issued', token_type: 'Bearer', expires_in: 3600 };

/** @param given The options with the valid credentials. */
export function createClients(given: ClientOptions, { url, send }: Connection): Clients {
  const options = { ...given, baseUrl: url, tokenUrl: undefined, maxRetries: 0, fetch: send };
  const tokenUrl = url + operations[TOKEN_OPERATION].path;
  return {
    valid: createClient(options),
    badToken: createClient({
      ...options,
      fetch: async (target, init) => (target === tokenUrl ? Response.json(BAD_TOKEN) : send(target, init)),
    }),
    badSecret: createClient({ ...options, clientSecret: 'wrong-on-purpose' }),
  };
}
