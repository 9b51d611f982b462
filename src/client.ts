import { bindMethods, type Data, type Input, type Methods } from '../generated/methods.js';
import { type Operation, type OperationId, operations } from '../generated/operations.js';
import { createAttempt } from './call/attempt.js';
import { type Call, createCall } from './call/call.js';
import { snapshot } from './call/input.js';
import { type Config, readOptions } from './config.js';
import type { LddPayError } from './errors.js';
import { createEmit } from './events.js';
import { type Platform, platform as systemPlatform } from './lib/platform.js';
import type { CallOptions, ClientOptions, SigningOptions, TokenProviderOptions } from './options.js';
import type { Runtime } from './request/context.js';
import { createSend, type Send } from './request/send.js';
import { ApiPromise } from './results/api-promise.js';
import { type ItemOf, PagePromise } from './results/pagination.js';
import { createReconcile, type Reconciliation } from './results/reconcile.js';
import { createTokens, NOT_SHARED, type Tokens } from './token/token-cache.js';
import { createProvidedToken } from './token/token-provider.js';
import { createTokenRequest } from './token/token-request.js';
import { createSharedTokens } from './token/token-store.js';
import { createTransmit } from './transport/transport.js';

type Results = {
  readonly [Id in OperationId]: (typeof operations)[Id]['pagination'] extends undefined
    ? ApiPromise<Data[Id]>
    : PagePromise<Data[Id], ItemOf<Data[Id]>>;
};

/**
 * The twelve operations as methods. With `Signing`, the signature fields of refunds and reversals may
 * be left out.
 */
export interface Client<Signing extends boolean = boolean> extends Methods<CallOptions, Results, Signing> {
  /**
   * Answers "did it happen?" for an error of this client whose outcome is unknown. It only reads, and
   * never guesses: `found` with the payment or action, `not_found` when there is no trace of it yet, and
   * `unknown` when it cannot tell, for instance because the write carried no reference to find it by.
   */
  reconcile(error: LddPayError): Promise<Reconciliation>;
}

/**
 * Creates a client of the LDDPay payments API.
 *
 * @throws LddPayError of kind `config`, naming the option, when one is missing or malformed.
 */
export function createClient(
  options: (ClientOptions | TokenProviderOptions) & { readonly signing: SigningOptions },
): Client<true>;
export function createClient(options: ClientOptions | TokenProviderOptions): Client<false>;
export function createClient(options: ClientOptions | TokenProviderOptions): Client {
  return assembleClient(options, systemPlatform);
}

/** The composition of the client, on a platform of its own. */
export function assembleClient(options: ClientOptions | TokenProviderOptions, platform: Platform): Client {
  const config = readOptions(options, platform.isBrowser);
  const runtime = createRuntime(config, platform);
  const transmit = createTransmit(platform, config.fetch);
  const send = createSend(platform, transmit);
  const tokens = createTokensOf(config, runtime, send);
  const attempt = createAttempt(send, tokens);
  const { reconcile, remember } = createReconcile(() => client);
  const call = createCall(config, runtime, tokens, attempt, remember);
  const client: Client = { ...createMethods(config, call), reconcile };
  return client;
}

/** The tokens of the provider, or those that the client asks for itself and shares. */
function createTokensOf({ tokens, limits }: Config, runtime: Runtime, send: Send): Tokens {
  const { platform } = runtime;
  if (typeof tokens === 'function') {
    return createTokens(platform, createProvidedToken(tokens, limits, runtime), NOT_SHARED);
  }
  const request = createTokenRequest(tokens, limits, runtime, send);
  return createTokens(platform, request, createSharedTokens(tokens, runtime));
}

function createRuntime({ onEvent, tokens, signing }: Config, platform: Platform): Runtime {
  const secrets = [
    ...(typeof tokens === 'function' ? [] : [tokens.credentials.clientSecret]),
    ...(signing ? [signing.secret] : []),
  ];
  let calls = 0;
  return { platform, emit: createEmit(onEvent), nextCallId: () => ++calls, secrets };
}

/** The methods, each of which gives a promise of its data, or of its pages where it has any. */
function createMethods({ baseUrl }: Config, call: Call): Methods<CallOptions, Results> {
  return bindMethods<CallOptions, Results, boolean>((operationId, given, givenOptions) => {
    const { pagination }: Operation = operations[operationId];
    const input = snapshot(given);
    const options = { ...givenOptions };
    const first = call(operationId, input, options);
    if (!pagination) return ApiPromise.from(first);
    const fetch = (next: Input, link: URL | undefined) => call(operationId, next, options, link);
    return PagePromise.of({ operationId, pagination, input, baseUrl, first, fetch });
  });
}
