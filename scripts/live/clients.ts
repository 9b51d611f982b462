import { type Client, type ClientOptions, createClient } from 'lddpay';
import { operations, TOKEN_OPERATION } from '../../generated/operations.js';
import type { Wire } from './wire.js';

/** Clients that differ in what they may do. All of them talk over one wire, and never repeat a request. */
export interface Clients {
  /** Has the credentials that were given. */
  readonly member: Client;
  /** Has a token that nobody issued. */
  readonly stranger: Client;
  /** Has a wrong secret. */
  readonly impostor: Client;
}

const NOBODYS_TOKEN = { access_token: 'issued-by-nobody', token_type: 'Bearer', expires_in: 3600 };

/** Makes clients of the API at the end of a wire. */
export function createClients(given: ClientOptions, wire: Wire): Clients {
  const options = { ...given, baseUrl: wire.url, tokenUrl: undefined, maxRetries: 0, fetch: wire.send };
  const tokenUrl = wire.url + operations[TOKEN_OPERATION].path;
  return {
    member: createClient(options),
    stranger: createClient({
      ...options,
      fetch: async (url, init) => (url === tokenUrl ? Response.json(NOBODYS_TOKEN) : wire.send(url, init)),
    }),
    impostor: createClient({ ...options, clientSecret: 'wrong-on-purpose' }),
  };
}
