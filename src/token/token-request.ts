import type { TokenRequest } from '../../generated/models.js';
import { TOKEN_OPERATION } from '../../generated/operations.js';
import type { TokenEndpoint } from '../config.js';
import { isLddPayError, LddPayError, withDetails } from '../errors.js';
import {
  type CallContext,
  type CallLimits,
  callError,
  openContext,
  type Runtime,
  report,
} from '../request/context.js';
import { diagnose } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import type { Send } from '../request/send.js';
import type { Answer } from '../transport/buffered-response.js';
import type { Content } from '../transport/transport.js';
import { readToken, type Token } from './token-cache.js';

/** The codes of RFC 6749, section 5.2, are short words; anything else could be an echo of the request. */
const OAUTH_CODE = /^[a-z_]{1,50}$/;

/**
 * A request for a token with the client's credentials (RFC 6749, section 4.4), with time limits and
 * retries of its own: it serves many calls, and none of them can end it.
 *
 * The function it returns rejects with an LddPayError of kind `auth` that names the OAuth error code,
 * when there is one, and never shows the response.
 */
export function createTokenRequest(
  { tokenUrl, tokenFormat, credentials }: TokenEndpoint,
  limits: CallLimits,
  runtime: Runtime,
  send: Send,
): () => Promise<Token> {
  const { platform } = runtime;
  return async () => {
    const context = openContext(runtime, TOKEN_OPERATION, limits);
    const requestedAt = platform.now();
    const content = { method: 'POST', ...encode(tokenFormat, credentials) };
    try {
      const answer = await withRetries(platform, context, (delayMs) =>
        send(context, tokenUrl, content, delayMs),
      );
      const token = read(answer, context, requestedAt);
      report(context, 'token', { status: answer.status });
      return token;
    } catch (cause) {
      // Whatever became of the token request, the call that needs the token was not sent.
      const error = withDetails(callError(authError(cause), context), {
        outcome: 'not_sent',
        safeToRetry: true,
      });
      report(context, 'error', { kind: error.kind, outcome: error.outcome, status: error.status });
      throw error;
    } finally {
      context.scope.close();
    }
  };
}

function encode(
  format: TokenEndpoint['tokenFormat'],
  { clientId, clientSecret, scope }: TokenEndpoint['credentials'],
): Pick<Content, 'body' | 'headers'> {
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

function read(answer: Answer, context: CallContext, requestedAt: number): Token {
  const { attempts } = context;
  const { status, headers } = answer;
  const { requestId } = diagnose(answer, context.secrets);
  const body = answer.json();
  const token = answer.ok ? readToken(body, requestedAt) : undefined;
  if (token)
    return { ...token, response: { status, headers, requestId, idempotencyKey: undefined, attempts } };
  const error = Object(body)['error'];
  const code = typeof error === 'string' && OAUTH_CODE.test(error) ? error : undefined;
  const reason = answer.ok ? 'without a usable token' : (code ?? 'without saying why');
  throw new LddPayError(`No token was issued: the token endpoint answered ${status}, ${reason}.`, {
    kind: 'auth',
    outcome: 'not_sent',
    status,
    requestId,
    errorCodes: code ? [code] : [],
  });
}

function authError(cause: unknown): LddPayError {
  if (isLddPayError(cause) && cause.kind === 'auth') return cause;
  return new LddPayError('No token could be had: the token endpoint gave no answer.', {
    kind: 'auth',
    outcome: 'not_sent',
    cause: isLddPayError(cause) ? withDetails(cause, { outcome: 'not_sent' }) : undefined,
  });
}
