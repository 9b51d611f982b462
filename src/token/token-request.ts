import { isLddPayError, type LddPayError } from '../errors.js';
import type { TokenStore } from '../options.js';
import { isPortRefused } from '../request/connection-failure.js';
import type { ClientContext } from '../request/context.js';
import { isPrintable, readDetails } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import type { SendRequest } from '../request/send-request.js';
import type { OutgoingRequest } from '../transport/transport.js';
import { createObtainToken, tokenError } from './obtain-token.js';
import type { ObtainToken, TokenRequestOptions } from './token.js';

/** Where the client requests tokens, and with which credentials. */
export interface TokenEndpoint {
  readonly tokenUrl: string;
  readonly tokenFormat: 'json' | 'form';
  readonly tokenAuth: 'body' | 'basic';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly store: Required<TokenStore> | undefined;
}

/**
 * Requests a token with the client's credentials (RFC 6749, section 4.4), with its own time limits and retries:
 * the request serves many calls, and none of them can end it.
 *
 * The error of the returned function names the OAuth error code, when there is one, and never shows the response.
 *
 * @param defaults The options of the client.
 */
export function createTokenRequest(
  endpoint: TokenEndpoint,
  defaults: TokenRequestOptions,
  client: ClientContext,
  sendRequest: SendRequest,
): ObtainToken {
  return createObtainToken(client, defaults, 'The token endpoint', async (context, { headers }) => {
    const { attempts, secrets } = context;
    const request = composeRequest(endpoint, { ...defaults.headers, ...headers }, secrets);
    const response = await withRetries(context, (delayMs) =>
      sendRequest(context, endpoint.tokenUrl, request, delayMs),
    ).catch((cause: unknown) => {
      if (!isLddPayError(cause)) throw cause;
      throw cause.status ? refusal(cause, secrets) : failure(cause, endpoint, attempts.at(-1)?.errorCode);
    });
    const { status, headers: received, problem, isTooLong } = response;
    const { requestId } = readDetails(response, secrets);
    const details = { status, headers: received, requestId, attempts };
    const issued = response.json();
    if (Object(issued) === issued) return { issued, response: details };
    // What arrived instead, such as the page of a gateway, says nothing about the next response.
    throw tokenError(`The token endpoint responded with ${status} and ${problem ?? 'no JSON body'}.`, {
      ...details,
      transient: !isTooLong,
    });
  });
}

/**
 * Composes a request with the credentials (RFC 6749, sections 2.3.1 and 4.4.2).
 *
 * @param headers Further headers, with lowercase names. None replaces one that the request needs.
 * @param secrets Receives the form of the client secret that HTTP Basic sends.
 */
function composeRequest(
  { tokenFormat, tokenAuth, clientId, clientSecret, scope }: TokenEndpoint,
  headers: Record<string, string>,
  secrets: string[],
): OutgoingRequest {
  const fields: Record<string, string> = { grant_type: 'client_credentials', scope };
  if (tokenAuth === 'basic') {
    // Each part is encoded as in a form. The first `=` is that between them.
    const credential = btoa(`${new URLSearchParams([[clientId, clientSecret]])}`.replace('=', ':'));
    headers['authorization'] = `Basic ${credential}`;
    secrets.push(credential);
  } else {
    Object.assign(fields, { client_id: clientId, client_secret: clientSecret });
  }
  const isForm = tokenFormat === 'form';
  headers['content-type'] = `application/${isForm ? 'x-www-form-urlencoded' : 'json'}`;
  const body = isForm ? `${new URLSearchParams(fields)}` : JSON.stringify(fields);
  return { method: 'POST', body, headers };
}

/** Names what a log shows nothing else of: the attempts of the call that needs the token are none. */
function failure(cause: LddPayError, { tokenUrl }: TokenEndpoint, code: string | undefined): LddPayError {
  const { kind, message, transient } = cause;
  const reason = `The token endpoint at ${new URL(tokenUrl).origin} failed: ${code ?? kind}.`;
  // What is missing or refused here is no fault of the endpoint.
  return tokenError(kind === 'config' || isPortRefused(cause) ? message : reason, { transient, cause });
}

function refusal(
  { status, requestId, transient, retryAfterMs, body }: LddPayError,
  secrets: readonly string[],
): LddPayError {
  const { error } = Object(body);
  const errorCodes = isPrintable(error, secrets) ? [error] : [];
  return tokenError(`The token endpoint responded with ${[status, ...errorCodes].join(': ')}.`, {
    status,
    requestId,
    transient,
    errorCodes,
    retryAfterMs,
  });
}
