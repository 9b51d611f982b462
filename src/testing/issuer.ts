import type { Fetch } from '../options.js';
import { SECRETS, TOKEN_PATH } from './client.js';
import type { Handler, Reply } from './server.js';

/** A token endpoint and an API that accepts nothing but the tokens that were issued there. */
export interface Issuer {
  /** The tokens issued so far. */
  readonly issued: readonly string[];
  /** The API accepts none of the tokens issued so far any more. */
  revokeAll(): void;
  /** For a client in this process. */
  readonly fetch: Fetch;
  /** For a server that other processes call. */
  readonly handler: Handler;
}

/** @param lifetime How long each token lives, in seconds; nobody checks it but the client. */
export function createIssuer(lifetime = 3600): Issuer {
  const issued: string[] = [];
  const accepted = new Set<string>();
  const answer = (
    url: string,
    authorization: string | null | undefined,
  ): Required<Omit<Reply, 'headers'>> => {
    if (!url.endsWith(TOKEN_PATH)) return { status: accepted.has(authorization ?? '') ? 200 : 401, body: {} };
    const token = `${SECRETS.token}-${issued.length + 1}`;
    issued.push(token);
    accepted.add(`Bearer ${token}`);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: lifetime } };
  };
  return {
    issued,
    revokeAll: () => accepted.clear(),
    fetch: async (url, { headers }) => {
      const { status, body } = answer(url, new Headers(headers).get('Authorization'));
      return Response.json(body, { status });
    },
    handler: ({ url, headers }) => answer(url, headers.authorization),
  };
}
