import type { TokenRequest } from '../generated/models.js';
import { TOKEN_OPERATION } from '../generated/operations.js';
import { recordAttempt } from './attempt.js';
import type { Config } from './config.js';
import { type CallContext, callError, openContext, type Runtime, report } from './context.js';
import { isLddPayError, LddPayError, withDetails } from './errors.js';
import { isHeaderText } from './headers.js';
import { diagnose } from './response.js';
import { withRetries } from './retry.js';
import type { Answer, Send } from './send.js';
import { renewalTime, type Token } from './token.js';

/** The codes of RFC 6749, section 5.2, are short words; anything else could be an echo of the request. */
const OAUTH_CODE = /^[a-z_]{1,50}$/;

/**
 * A request for a token with the client's credentials (RFC 6749, section 4.4), with time limits and
 * retries of its own: it serves many calls, and none of them can end it.
 *
 * The function it returns rejects with an LddPayError of kind `auth` that names the OAuth error code,
 * when there is one, and never shows the response.
 */
export function createTokenRequest(config: Config, runtime: Runtime, send: Send): () => Promise<Token> {
  const { tokenUrl, tokenFormat, credentials, limits } = config;
  const { platform } = runtime;
  return async () => {
    const context = openContext(runtime, TOKEN_OPERATION, limits);
    const { signal } = context.scope;
    const requestedAt = platform.now();
    const init = { method: 'POST', ...encode(tokenFormat, credentials) };
    try {
      const answer = await withRetries(platform, context, (delayMs) =>
        recordAttempt(platform, context, delayMs, () =>
          send(tokenUrl, init, { signal, timeout: limits.attemptTimeout }),
        ),
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
  format: Config['tokenFormat'],
  { clientId, clientSecret, scope }: Config['credentials'],
): Pick<RequestInit, 'body' | 'headers'> {
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
  const fields = Object(answer.json()) as Record<string, unknown>;
  const { access_token: value, token_type: type, expires_in: seconds } = fields;
  if (answer.ok && isHeaderText(value) && typeof seconds === 'number' && seconds > 0) {
    // Counted from the request: the server counts from some later moment.
    const expiresAt = requestedAt + seconds * 1000;
    const renewAt = renewalTime(expiresAt, seconds * 1000);
    const response = { status, headers, requestId, idempotencyKey: undefined, attempts };
    return { value, type: String(type), expiresAt, renewAt, response };
  }
  const error = fields['error'];
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
