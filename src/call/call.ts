import type { Input } from '../../generated/methods.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { LddPayError } from '../errors.js';
import { isSignal } from '../lib/checks.js';
import { valuesAt } from '../lib/values-at.js';
import type { CallOptions, SigningOptions } from '../options.js';
import {
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import { readData } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import type { ApiResponse } from '../results/api-promise.js';
import type { TokenCache } from '../token/token-cache.js';
import type { Attempt } from './attempt.js';
import { chooseKey } from './idempotency.js';
import { checkInput, checkOptions } from './input.js';
import { createKeyGuard } from './key-guard.js';
import { buildUrl, prepareRequest } from './prepare-request.js';
import { signBody } from './signing.js';

/**
 * Calls an operation.
 *
 * @param url Where to send the request, when that is not derived from the input.
 * @param read Reads the final response; `readData` by default.
 */
export type Call = (
  operationId: OperationId,
  input: Input,
  options: CallOptions,
  url?: string,
  read?: ResponseReader,
) => Promise<ApiResponse<unknown>>;

export type ResponseReader = typeof readData;

/**
 * The property of a client through which the other clients of the package share its core. Global, because a program
 * may load one entry point as an ES module and another as CommonJS.
 */
export const CORE = Symbol.for('lddpay.core');

/** What all clients of one `createClient` have in common. */
export interface Core {
  readonly baseUrl: string;
  readonly call: Call;
}

/** What the options of the client decide for all calls. */
export interface CallConfig {
  readonly baseUrl: string;
  readonly signing: Required<SigningOptions> | undefined;
  readonly limits: CallLimits;
}

/** Is called with the error of a call, and with the call that it belongs to. */
export type OnFailure = (
  error: LddPayError,
  operationId: OperationId,
  input: Input,
  startedAt: number,
) => void;

/** Does what happens once a call, however many attempts it takes: checks, key, signature and reading. */
export function createCall(
  config: CallConfig,
  client: ClientContext,
  tokens: TokenCache,
  attempt: Attempt,
  onFailure: OnFailure,
): Call {
  const guardKey = createKeyGuard();
  const { platform } = client;

  return async (operationId, input, options, givenUrl, read = readData) => {
    const operation: Operation = operations[operationId];
    const startedAt = platform.date();
    const callSite = platform.hasAsyncStacks ? undefined : new Error();
    const limits = limitsOf(config, options);
    const idempotencyKey = chooseKey(operation, options.idempotencyKey);
    const signal = isSignal(options.signal) ? options.signal : undefined;
    const context = openContext(client, operationId, limits, signal, idempotencyKey);
    const { attempts, deadline } = context;
    try {
      checkOptions(operation, options);
      if (deadline.reason) throw deadline.reason;
      if (operation.tokenEndpoint)
        return await tokens.current(deadline, {
          limits,
          headers: Object.fromEntries(new Headers(options.headers)),
        });
      checkInput(operation, input);
      noteSecrets(operation, input.body, context.secrets);
      const body = operation.signature
        ? await signBody(operation.signature, input.body, config.signing, platform.date())
        : (input.body ?? undefined);
      const url = givenUrl ?? buildUrl(config.baseUrl, operation, input);
      const request = prepareRequest(url, body, options.headers);
      // Without a body and with null, the same is sent.
      const use = [operationId, input.path, input.query, input.body ?? undefined];
      guardKey(idempotencyKey, use, options.idempotencyKey ? 'given' : 'generated');
      const response = await withRetries(platform, context, (delayMs) => attempt(request, context, delayMs));
      const data = read(operation, response, context.secrets, platform);
      const requestId = attempts.at(-1)?.requestId;
      const { status, headers } = response;
      return { data, status, headers, requestId, idempotencyKey, attempts };
    } catch (cause) {
      const error = toCallError(cause, context);
      if (callSite) error.stack = `${error.stack}\n${callSite.stack?.replace(/^Error\n/, '')}`;
      onFailure(error, operationId, input, startedAt);
      const { kind, outcome, status, requestId } = error;
      emitEvent(context, 'error', { kind, outcome, status, requestId });
      throw error;
    } finally {
      deadline.close();
    }
  };
}

/** The limits of one call: its own where it sets them, else the client's. */
function limitsOf({ limits }: CallConfig, options: CallOptions): CallLimits {
  return {
    attemptTimeout: options.attemptTimeout ?? limits.attemptTimeout,
    deadline: options.deadline ?? limits.deadline,
    maxRetries: options.maxRetries ?? limits.maxRetries,
  };
}

function noteSecrets(operation: Operation, body: unknown, secrets: string[]): void {
  for (const path of operation.secrets) {
    for (const value of valuesAt(body, path)) {
      if (typeof value === 'string' && value !== '') secrets.push(value);
    }
  }
}
