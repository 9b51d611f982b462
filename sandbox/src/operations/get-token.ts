import { NO_STORE, type OperationResponse } from '../lib/operation-response.js';
import { readClientCredentials, requireString, tokenError } from './client-credentials.js';
import type { OperationRequest } from './operation-request.js';

/** One or more scopes, joined by spaces: RFC 6749, section 3.3. */
const SCOPE_PATTERN = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** Issues a token, or rejects with an error code of RFC 6749, section 5.2. */
export function getToken({
  state,
  options,
  now,
  body,
  authorization,
}: OperationRequest): () => OperationResponse {
  const grantType = requireString('grant_type', body['grant_type']);
  const { clientId, clientSecret, error } = readClientCredentials(authorization, body);
  const scope = requireString('scope', body['scope']);
  if (grantType !== 'client_credentials') {
    throw tokenError('unsupported_grant_type', '`grant_type` must be client_credentials.');
  }
  if (clientId !== options.clientId || clientSecret !== options.clientSecret) throw error;
  if (!SCOPE_PATTERN.test(scope)) {
    throw tokenError('invalid_scope', '`scope` must be one or more names, joined by single spaces.');
  }
  return () => {
    const token = state.tokens.issue(now, options.tokenLifetime);
    return {
      status: 200,
      headers: NO_STORE,
      body: { access_token: token, token_type: 'Bearer', expires_in: options.tokenLifetime },
    };
  };
}
