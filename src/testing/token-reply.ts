import { operations } from '../../generated/operations.js';
import { SECRETS } from './fixtures.js';
import type { Reply } from './server.js';

export const TOKEN_PATH = operations.getToken.path;

/** The token that a test server issues. It has a number from the second one on. */
export function tokenValue(number = 1): string {
  return number > 1 ? `${SECRETS.token}-${number}` : SECRETS.token;
}

/** The reply of the token endpoint. */
export function tokenReply(number = 1) {
  return {
    body: { access_token: tokenValue(number), token_type: 'Bearer', expires_in: 3600 },
  } satisfies Reply;
}
