import { bindMethods, type Data, type Methods } from '../generated/methods.js';
import type { OperationId } from '../generated/operations.js';
import { ApiPromise } from './api-promise.js';
import { createAttempt } from './attempt.js';
import { createCall } from './call.js';
import { type CallOptions, type ClientOptions, readOptions, type SigningOptions } from './options.js';
import { createTokens } from './token.js';
import { createTokenRequest } from './token-request.js';

type Results = { readonly [Id in OperationId]: ApiPromise<Data[Id]> };

/**
 * The twelve operations as methods. With `Signing`, the signature fields of refunds and reversals may
 * be left out.
 */
export interface Client<Signing extends boolean = boolean> extends Methods<CallOptions, Results, Signing> {}

/**
 * Creates a client of the LDDPay payments API.
 *
 * @throws LddPayError of kind `config`, naming the option, when one is missing or malformed.
 */
export function createClient(options: ClientOptions & { readonly signing: SigningOptions }): Client<true>;
export function createClient(options: ClientOptions): Client<false>;
export function createClient(options: ClientOptions): Client {
  const config = readOptions(options);
  const tokens = createTokens(createTokenRequest(config));
  const attempt = createAttempt(config.fetch, tokens);
  const call = createCall(config, tokens, attempt);
  return bindMethods<CallOptions, Results, boolean>((operationId, input, callOptions) =>
    ApiPromise.from(call(operationId, input, callOptions ?? {})),
  );
}
