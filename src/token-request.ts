import type { TokenRequest, TokenResponse } from '../generated/models.js';
import { REQUEST_ID_HEADER } from '../generated/operations.js';
import { isLddPayError, LddPayError } from './errors.js';
import { isHeaderText } from './headers.js';
import type { Config } from './options.js';
import { type Answer, send } from './send.js';
import type { IssuedToken } from './token.js';

/**
 * A request for a token with the client's credentials (RFC 6749, section 4.4).
 *
 * The function it returns rejects with an LddPayError of kind `auth` that names the OAuth error code,
 * when there is one, and never shows the response.
 */
export function createTokenRequest(config: Config): (requestedAt: number) => Promise<IssuedToken> {
  const { fetch, tokenUrl, tokenFormat, attemptTimeout } = config;
  return async (requestedAt) => {
    const init = { method: 'POST', ...encode(tokenFormat, config.credentials) };
    try {
      const answer = await send(fetch, tokenUrl, init, { signal: undefined, timeout: attemptTimeout });
      return { response: await read(answer), requestedAt };
    } catch (cause) {
      throw isLddPayError(cause) && cause.kind === 'auth' ? cause : unavailable(cause);
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

async function read(answer: Answer): Promise<IssuedToken['response']> {
  const { status, headers } = answer;
  const data = parse(await answer.text());
  const requestId = headers.get(REQUEST_ID_HEADER) ?? undefined;
  if (answer.ok && isToken(data)) return { data, status, headers, requestId, idempotencyKey: undefined };
  const code = typeof data?.['error'] === 'string' ? data['error'] : undefined;
  const reason = answer.ok ? 'without a usable token' : (code ?? 'without saying why');
  throw new LddPayError(`No token was issued: the token endpoint answered ${status}, ${reason}.`, {
    kind: 'auth',
    outcome: 'not_sent',
    status,
    requestId,
    errorCodes: code ? [code] : [],
  });
}

function unavailable(cause: unknown): LddPayError {
  return new LddPayError('No token could be had: the token endpoint gave no answer.', {
    kind: 'auth',
    outcome: 'not_sent',
    cause,
  });
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isToken(data: unknown): data is TokenResponse {
  const { access_token: token, expires_in: lifetime } = Object(data) as Record<string, unknown>;
  return isHeaderText(token) && typeof lifetime === 'number' && lifetime > 0;
}
