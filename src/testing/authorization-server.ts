import type { Fetch } from '../options.js';
import { SECRETS } from './fixtures.js';
import type { Handler, Reply } from './server.js';
import { TOKEN_PATH } from './token-reply.js';

/** A token endpoint, and an API that accepts only the tokens that were issued there. */
export interface AuthorizationServer {
  /** The tokens issued so far. */
  readonly issued: readonly string[];
  /** Makes the API refuse all tokens issued so far. */
  revokeAll(): void;
  /** For a client in this process. */
  readonly fetch: Fetch;
  /** For a server that other processes call. */
  readonly handler: Handler;
}

/** @param lifetime The lifetime of each token in s. Only the client observes it. */
export function createAuthorizationServer(lifetime = 3600): AuthorizationServer {
  const issued: string[] = [];
  const accepted = new Set<string>();
  const respond = (
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
      const { status, body } = respond(url, new Headers(headers).get('Authorization'));
      return Response.json(body, { status });
    },
    handler: ({ url, headers }) => respond(url, headers.authorization),
  };
}
