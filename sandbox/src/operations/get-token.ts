import type { OperationResponse } from '../lib/operation-response.js';
import type { OperationRequest } from './operation-request.js';

/** One or more scopes, joined by spaces: RFC 6749, section 3.3. */
const SCOPE_PATTERN = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** Required by RFC 6749, section 5.1. */
const NO_STORE = { 'Cache-Control': 'no-store' };

const FIELDS = ['grant_type', 'client_id', 'client_secret', 'scope'] as const;

/** Issues a token, or responds with an error code of RFC 6749, section 5.2. */
export function getToken({ state, options, now, body }: OperationRequest): OperationResponse {
  const missing = FIELDS.find((name) => typeof body[name] !== 'string');
  if (missing) return reject('invalid_request', `\`${missing}\` must be a string.`);
  const { grant_type, client_id, client_secret, scope } = body as Record<(typeof FIELDS)[number], string>;
  if (grant_type !== 'client_credentials') {
    return reject('unsupported_grant_type', '`grant_type` must be client_credentials.');
  }
  if (client_id !== options.clientId || client_secret !== options.clientSecret) {
    return reject('invalid_client', '`client_id` or `client_secret` does not match this sandbox.');
  }
  if (!SCOPE_PATTERN.test(scope))
    return reject('invalid_scope', '`scope` must be one or more names, joined by single spaces.');
  const token = state.tokens.issue(now, options.tokenLifetime);
  return {
    status: 200,
    headers: NO_STORE,
    body: { access_token: token, token_type: 'Bearer', expires_in: options.tokenLifetime },
  };
}

function reject(error: string, error_description: string): OperationResponse {
  return { status: 400, headers: NO_STORE, body: { error, error_description } };
}
