import type { TokenRequest } from '../../generated/models.js';
import { TOKEN_OPERATION } from '../../generated/operations.js';
import { isLddPayError, LddPayError, withDetails } from '../errors.js';
import type { TokenStore } from '../options.js';
import {
  type CallContext,
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import { readDetails } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import type { SendRequest } from '../request/send-request.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { OutgoingRequest } from '../transport/transport.js';
import { readToken, type Token } from './token-cache.js';

/** Where the client requests tokens, and with which credentials. */
export interface TokenEndpoint {
  readonly tokenUrl: string;
  readonly tokenFormat: 'json' | 'form';
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly store: Required<TokenStore> | undefined;
}

/** The form of an error code (RFC 6749, section 5.2). Anything else could be an echo of the request. */
const OAUTH_CODE = /^[a-z_]{1,50}$/;

/**
 * Requests a token with the client's credentials (RFC 6749, section 4.4), with its own time limits and retries:
 * the request serves many calls, and none of them can end it.
 *
 * The returned function rejects with an LddPayError of kind `auth` that names the OAuth error code, when there
 * is one, and never shows the response.
 */
export function createTokenRequest(
  { tokenUrl, tokenFormat, credentials }: TokenEndpoint,
  limits: CallLimits,
  client: ClientContext,
  sendRequest: SendRequest,
): () => Promise<Token> {
  const { platform } = client;
  return async () => {
    const context = openContext(client, TOKEN_OPERATION, limits);
    const requestedAt = platform.now();
    const request = { method: 'POST', ...encode(tokenFormat, credentials) };
    try {
      const response = await withRetries(platform, context, (delayMs) =>
        sendRequest(context, tokenUrl, request, delayMs),
      );
      const token = readTokenResponse(response, context, requestedAt);
      emitEvent(context, 'token', { status: response.status });
      return token;
    } catch (cause) {
      // Whatever became of the token request, the call that needs the token was not sent.
      const error = withDetails(toCallError(authError(cause), context), {
        outcome: 'not_sent',
        safeToRetry: true,
      });
      emitEvent(context, 'error', { kind: error.kind, outcome: error.outcome, status: error.status });
      throw error;
    } finally {
      context.deadline.close();
    }
  };
}

function encode(
  format: TokenEndpoint['tokenFormat'],
  { clientId, clientSecret, scope }: TokenEndpoint['credentials'],
): Pick<OutgoingRequest, 'body' | 'headers'> {
  const request: TokenRequest = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  };
  return format === 'form'
    ? {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(request).toString(),
      }
    : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) };
}

function readTokenResponse(response: BufferedResponse, context: CallContext, requestedAt: number): Token {
  const { attempts } = context;
  const { status, headers } = response;
  const { requestId } = readDetails(response, context.secrets);
  const body = response.json();
  const token = response.ok ? readToken(body, requestedAt) : undefined;
  if (token)
    return { ...token, response: { status, headers, requestId, idempotencyKey: undefined, attempts } };
  const error = Object(body)['error'];
  const code = typeof error === 'string' && OAUTH_CODE.test(error) ? error : undefined;
  const reason = response.ok ? ' without a usable token' : code ? `: ${code}` : '';
  throw new LddPayError(`${NO_TOKEN} The token endpoint responded with ${status}${reason}.`, {
    kind: 'auth',
    outcome: 'not_sent',
    status,
    requestId,
    errorCodes: code ? [code] : [],
  });
}

const NO_TOKEN = 'Could not obtain an access token.';

function authError(cause: unknown): LddPayError {
  if (isLddPayError(cause) && cause.kind === 'auth') return cause;
  return new LddPayError(`${NO_TOKEN} The token endpoint could not be reached.`, {
    kind: 'auth',
    outcome: 'not_sent',
    cause: isLddPayError(cause) ? withDetails(cause, { outcome: 'not_sent' }) : undefined,
  });
}
