import type { Data, Input, Methods } from '../generated/methods.js';
import type { PaymentDetails } from '../generated/models.js';
import { type Operation, type OperationId, operations } from '../generated/operations.js';
import { createAttempt } from './call/attempt.js';
import { createCall } from './call/call.js';
import { CORE, type Core } from './call/core.js';
import { readMethodArguments } from './call/input.js';
import { buildUrl } from './call/prepare-request.js';
import { createSign } from './call/signing.js';
import { type Config, readOptions } from './config.js';
import type { LddPayError } from './errors.js';
import { abortedError } from './lib/aborted-error.js';
import { type Platform, platform as systemPlatform } from './lib/platform.js';
import { createRemoteClock } from './lib/remote-clock.js';
import { shield } from './lib/shield.js';
import type {
  CallOptions,
  ClientOptions,
  SigningOptions,
  TokenCallOptions,
  TokenProviderOptions,
} from './options.js';
import type { ClientContext } from './request/context.js';
import { createSendRequest, type SendRequest } from './request/send-request.js';
import { ApiPromise } from './results/api-promise.js';
import type { IntentFacts } from './results/intent-facts.js';
import { type ItemOf, PagePromise } from './results/pagination.js';
import { createReconcile, type Reconciliation } from './results/reconcile.js';
import { createWaitForPayment, type WaitOptions } from './results/wait-for-payment.js';
import { createWriteRecords } from './results/write-records.js';
import { createTokenCache, type TokenCache } from './token/token-cache.js';
import { createTokenProvider } from './token/token-provider.js';
import { createTokenRequest } from './token/token-request.js';
import { shareTokens } from './token/token-store.js';
import { createFetchBuffered } from './transport/transport.js';

type Results = {
  readonly [Id in OperationId]: (typeof operations)[Id]['pagination'] extends undefined
    ? ApiPromise<Data[Id]>
    : PagePromise<Data[Id], ItemOf<Data[Id]>>;
};

/**
 * A client with one method for each operation. With `Signing`, the signature fields of refunds and reversals
 * are optional.
 */
export interface Client<Signing extends boolean = boolean> extends Methods<CallOptions, Results, Signing> {
  getToken(options?: TokenCallOptions): Results['getToken'];
  /**
   * Finds out whether a write took effect, for an error of this client with any outcome. It only reads, and never
   * guesses:
   * - `found`: it took effect. The result has the payment or the action.
   * - `not_found`: there is no trace of it yet. A request that is still in transit can arrive later.
   * - `unknown`: that cannot be told, for example because the write had no reference. The result has the payments or
   *   actions that may be its effect, if there are any.
   *
   * It never rejects for an error: when a read fails, for an error of another client, and for a `cancelScheduledRetry`
   * that may have happened, which leaves no action, it resolves with `unknown`.
   *
   * It assumes that a reference belongs to one intent: that nobody makes another payment or action of the same
   * reference and amount while the call runs. A clock that is wrong makes it say `unknown` more often.
   *
   * @example
   * const lookup = await lddpay.reconcile(error);
   * if (lookup.result === 'found') console.log(lookup.payment ?? lookup.action);
   */
  reconcile(error: LddPayError): Promise<Reconciliation>;
  /**
   * Finds out the same without an error, from facts that you stored, for example after a restart. Facts have no key: a
   * reference must belong to one intent from `since` on, and what this client made itself is `unknown`, since only the
   * error of a call tells which of its writes made it.
   *
   * @example
   * const lookup = await lddpay.reconcile({
   *   operationId: 'requestPayment',
   *   reference: 'order-17',
   *   amount: 1000,
   *   currency: 'USD',
   *   since: '2026-11-26T05:00:00.000Z', // stored before the first request
   *   except: ['pay_mbabizu24mvu3mela5njyhpit4'], // the card that was declined before
   * });
   * @throws LddPayError of kind `config` that names the field of the facts that is wrong.
   */
  reconcile(facts: IntentFacts): Promise<Reconciliation>;
  /**
   * Waits until a payment is in a state, for 3D Secure and captures. LDDPay's documentation mentions notifications
   * (workflows), and does not say how to receive them. It reads the payment at once, then after random waits: of 1 to
   * 2 s, then of 1 to 4 s, and so on, up to 30 s. A read that fails for a passing reason does not end the wait.
   *
   * @example
   * const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
   * const pending = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source });
   * log('Send the payer to', pending._links?.redirect?.href);
   * const decided = await lddpay.waitForPayment(pending.id, { until: ({ status }) => status !== 'Pending' });
   * @throws LddPayError of kind `timeout` when the payment is not in the state in time, of kind `aborted` when `signal`
   *   aborts, of kind `config` when an argument is wrong, and the error of a read that was refused. What a predicate
   *   throws ends the wait too, unchanged.
   */
  waitForPayment(id: string, options: WaitOptions): Promise<PaymentDetails>;
  /** @internal */
  readonly [CORE]?: Core;
}

/**
 * Creates a client of the LDDPay payments API.
 *
 * @example
 * const lddpay = createClient({
 *   baseUrl: 'https://api.example.com',
 *   clientId: 'ack_1',
 *   clientSecret: process.env['LDDPAY_CLIENT_SECRET'] ?? '',
 *   scope: 'gateway',
 * });
 * @returns A client of which the type says that it signs, when the options have a `signing`: refunds and
 *   reversals then compile without their signature fields.
 * @throws LddPayError of kind `config` that names the missing or malformed option.
 */
export function createClient(
  options: (ClientOptions | TokenProviderOptions) & { readonly signing: SigningOptions | undefined },
): Client<true>;
export function createClient(options: ClientOptions | TokenProviderOptions): Client<false>;
// No call gets here. `ReturnType` takes the last one, so that it is a type for clients of both kinds.
export function createClient(options: ClientOptions | TokenProviderOptions): Client;
export function createClient(options: ClientOptions | TokenProviderOptions): Client {
  return assembleClient(options, systemPlatform);
}

/** Composes the client on a given platform. */
export function assembleClient(options: ClientOptions | TokenProviderOptions, platform: Platform): Client {
  const config = readOptions(options, platform.isBrowser);
  const context = createClientContext(config, platform);
  const { clock, keyLifetime, aborted } = context;
  const { baseUrl, limits } = config;
  const fetchBuffered = createFetchBuffered(platform, config.fetch, config.maxResponseBytes);
  const sendRequest = createSendRequest(fetchBuffered, baseUrl, shield(config.observer));
  const tokens = createTokens(config, context, sendRequest);
  const attempt = createAttempt(sendRequest, tokens, config.headers);
  const writes = createWriteRecords(platform, keyLifetime);
  const sign = createSign(config.signing);
  const call = createCall(config, context, tokens, attempt, sign, writes);
  const clientId = 'clientId' in config.tokens ? config.tokens.clientId : undefined;
  const shared = { platform, clock, keyLifetime, aborted, running: new Map() };
  const core: Core = { baseUrl, clientId, ...shared, call, limits, sign };
  const client: Client = {
    ...createMethods(core),
    reconcile: createReconcile(platform, writes, () => client),
    waitForPayment: createWaitForPayment(core, () => client),
    [CORE]: core,
  };
  return client;
}

/** The tokens of the provider, or those that the client requests itself and shares. */
function createTokens(
  { tokens, ...defaults }: Config,
  context: ClientContext,
  sendRequest: SendRequest,
): TokenCache {
  const { platform } = context;
  if (typeof tokens === 'function') {
    return createTokenCache(platform, createTokenProvider(tokens, defaults, context));
  }
  const request = createTokenRequest(tokens, defaults, context, sendRequest);
  return createTokenCache(platform, shareTokens(tokens, context, request));
}

function createClientContext({ onEvent, secrets, keyLifetime }: Config, platform: Platform): ClientContext {
  let calls = 0;
  return {
    platform,
    clock: createRemoteClock(platform),
    keyLifetime,
    emit: shield(onEvent),
    nextCallId: () => ++calls,
    secrets,
    aborted: (reason) => abortedError(reason, secrets),
  };
}

/** Creates a method for each operation. It returns a promise of its data, or of its pages where it has pages. */
function createMethods({ baseUrl, call }: Core): Methods<CallOptions, Results> {
  const methods = Object.entries<Operation>(operations).map(([operationId, operation]) => {
    const { pagination } = operation;
    const method = (...given: unknown[]) => {
      const args = readMethodArguments(operation, given);
      const first = call(operationId, operation, args);
      if (!pagination) return ApiPromise.from(first);
      const { input } = args;
      const fetch = (next: Input, url: string | undefined) =>
        call(operationId, operation, { ...args, input: next }, url);
      const url = () => buildUrl(baseUrl, operation, input);
      return PagePromise.of({ operationId, pagination, input, url, first, fetch });
    };
    return [operationId, method];
  });
  return Object.fromEntries(methods) as Methods<CallOptions, Results>;
}
