import { createHash, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../shared/api-error.js';
import type { Call } from './operation-request.js';

/** The characters of a scope, RFC 6749, section 3.3, and the spaces between scopes. */
const SCOPES = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** RFC 6749, section 5.1. */
const NO_STORE = { 'Cache-Control': 'no-store' };

const FIELDS = ['grant_type', 'client_id', 'client_secret', 'scope'] as const;

/** Issues a token, or says in a code of RFC 6749, section 5.2, why not. */
export function getToken({ world, settings, now, body }: Call): Answer {
  const missing = FIELDS.find((name) => typeof body[name] !== 'string');
  if (missing) return refused('invalid_request', `\`${missing}\` is missing or not a text.`);
  const { grant_type, client_id, client_secret, scope } = body as Record<(typeof FIELDS)[number], string>;
  if (grant_type !== 'client_credentials') {
    return refused('unsupported_grant_type', '`grant_type` must be client_credentials.');
  }
  if (!equal(client_id, settings.clientId) || !equal(client_secret, settings.clientSecret)) {
    return refused('invalid_client', '`client_id` or `client_secret` is not that of this sandbox.');
  }
  if (!SCOPES.test(scope)) return refused('invalid_scope', '`scope` must be names, joined by a space.');
  const token = world.tokens.issue(now, settings.tokenLifetime);
  return {
    status: 200,
    headers: NO_STORE,
    body: { access_token: token, token_type: 'Bearer', expires_in: settings.tokenLifetime },
  };
}

function refused(error: string, error_description: string): Answer {
  return { status: 400, headers: NO_STORE, body: { error, error_description } };
}

/** Compares in a time that does not depend on where two texts differ. */
function equal(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
