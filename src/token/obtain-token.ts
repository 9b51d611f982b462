import { TOKEN_OPERATION } from '../../generated/operations.js';
import { type ErrorDetails, isLddPayError, LddPayError, withDetails } from '../errors.js';
import { safeCause } from '../lib/error-cause.js';
import {
  type CallContext,
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import { type ObtainToken, readToken, type Token, type TokenRequestOptions } from './token.js';

/** An issued token, which nothing has checked, and the response that contained it. */
interface IssuedToken extends Pick<Token, 'response'> {
  readonly issued: unknown;
}

/**
 * Obtains tokens, each in a context of its own, with events: it serves many calls, and none of them can end it.
 *
 * The returned function rejects with an LddPayError of kind `auth`, as does a call that needs the token.
 *
 * @param defaults The options of the client.
 * @param issuer What issues tokens, as the first words of a message.
 * @param request Requests a token.
 */
export function createObtainToken(
  client: ClientContext,
  defaults: TokenRequestOptions,
  issuer: string,
  request: (
    context: CallContext,
    options: TokenRequestOptions,
    refusedToken: string | undefined,
  ) => Promise<IssuedToken>,
): ObtainToken {
  let last: string | undefined;
  return async (options = defaults, refused) => {
    // At least those of the client: other calls wait for the token too.
    const larger = (name: keyof CallLimits) => Math.max(options.limits[name], defaults.limits[name]);
    const context = openContext(client, TOKEN_OPERATION, {
      attemptTimeout: larger('attemptTimeout'),
      deadline: larger('deadline'),
      maxRetries: larger('maxRetries'),
    });
    // An error of the provider may name the token that it cannot replace.
    context.secrets.push(...[refused, last].filter((token) => token !== undefined));
    try {
      const requestedAt = client.platform.now();
      const { issued, response } = await request(context, options, refused);
      const token = readToken(issued, requestedAt);
      if (typeof token === 'string') {
        throw tokenError(`${issuer} returned no usable \`${token}\`.`, {
          ...response,
          // A cache handed on what just expired.
          transient: token === 'expires_in' && Object(issued).expires_in <= 0,
        });
      }
      last = token.value;
      emitEvent(context, 'token', { status: response?.status });
      return { ...token, response };
    } catch (cause) {
      const isKnown = isLddPayError(cause);
      const failure =
        isKnown && cause.kind === 'auth'
          ? cause
          : tokenError(`${issuer} failed.`, {
              transient: !isKnown || cause.transient,
              retryAfterMs: isKnown ? cause.retryAfterMs : undefined,
              cause: isKnown ? cause : safeCause(cause, context.secrets),
            });
      // Whatever became of the token request, the call that needs the token was not sent.
      const details = { outcome: 'not_sent', safeToRetry: true } as const;
      const error = withDetails(toCallError(failure, context), details);
      const { kind, outcome, status, requestId } = error;
      emitEvent(context, 'error', { kind, outcome, status, requestId });
      throw error;
    } finally {
      context.deadline.close();
    }
  };
}

/** Creates the error of a token that could not be obtained. */
export function tokenError(reason: string, details?: Partial<ErrorDetails>): LddPayError {
  return new LddPayError(`Could not obtain an access token. ${reason}`, {
    kind: 'auth',
    outcome: 'not_sent',
    ...details,
  });
}
