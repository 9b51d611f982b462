import createFetchClient from 'openapi-fetch';
import type { Input } from '../generated/methods.js';
import { type Operation, type OperationId, operations } from '../generated/operations.js';
import type { ApiResponse } from './api-promise.js';
import { type Attempt, Draft } from './attempt.js';
import { isSignal } from './checks.js';
import { type Config, limitsOf } from './config.js';
import { callError, openContext, type Runtime, report } from './context.js';
import type { LddPayError } from './errors.js';
import { keyOf } from './idempotency.js';
import { checkInput, checkOptions } from './input.js';
import { createKeyGuard } from './key-guard.js';
import type { CallOptions } from './options.js';
import { valuesAt } from './paths.js';
import { readResponse } from './response.js';
import { withRetries } from './retry.js';
import type { Answer } from './send.js';
import { signBody } from './signing.js';
import type { Tokens } from './token.js';

/** Calls an operation, or follows a link that one of its responses gave. */
export type Call = (
  operationId: OperationId,
  input: Input,
  options: CallOptions,
  link?: URL,
) => Promise<ApiResponse<unknown>>;

/** Learns which call an error belongs to. */
export type OnFailure = (
  error: LddPayError,
  operationId: OperationId,
  input: Input,
  startedAt: number,
) => void;

/** The request function of openapi-fetch, for operations that are looked up rather than written out. */
type Request = (
  method: string,
  path: string,
  init: {
    baseUrl: string | undefined;
    params: Pick<Input, 'path' | 'query'>;
    body?: unknown;
    headers: CallOptions['headers'];
    parseAs: 'text';
    fetch: (draft: Draft) => Promise<Answer>;
  },
) => Promise<{ response: Answer }>;

/** What happens once a call, however often it is attempted: checks, idempotency key, signature, reading. */
export function createCall(
  config: Config,
  runtime: Runtime,
  tokens: Tokens,
  attempt: Attempt,
  onFailure: OnFailure,
): Call {
  const client = createFetchClient({
    baseUrl: config.baseUrl,
    // Its own type asks for the platform's class, of which it only uses the constructor.
    Request: Draft as unknown as typeof globalThis.Request,
  });
  const request = client.request as unknown as Request;
  const guardKey = createKeyGuard();
  const { platform } = runtime;

  return async (operationId, input, options, link) => {
    const operation: Operation = operations[operationId];
    const startedAt = platform.date();
    const limits = limitsOf(config, options);
    const idempotencyKey = keyOf(operation, options.idempotencyKey);
    const signal = isSignal(options.signal) ? options.signal : undefined;
    const context = openContext(runtime, operationId, limits, signal, idempotencyKey);
    const { attempts, scope } = context;
    try {
      if (scope.reason) throw scope.reason;
      checkOptions(operation, options);
      if (operation.tokenEndpoint) return await tokens.current(scope);
      checkInput(operation, input);
      noteSecrets(operation, input.body, context.secrets);
      const body = operation.signature
        ? await signBody(operation.signature, input.body, config.signing, platform.date())
        : (input.body ?? undefined);
      const { path, baseUrl, params } = addressOf(operation, input, link);
      const { response } = await request(operation.method, path, {
        baseUrl,
        params,
        body,
        headers: options.headers,
        parseAs: 'text',
        fetch: (draft) => {
          guardKey(idempotencyKey, [operationId, input], options.idempotencyKey ? 'given' : 'generated');
          return withRetries(platform, context, (delayMs) => attempt(draft, context, delayMs));
        },
      });
      const { data, requestId } = readResponse(operation, response, context.secrets, platform.date());
      const { status, headers } = response;
      return { data, status, headers, requestId, idempotencyKey, attempts };
    } catch (cause) {
      const error = callError(cause, context);
      onFailure(error, operationId, input, startedAt);
      const { kind, outcome, status, requestId } = error;
      report(context, 'error', { kind, outcome, status, requestId });
      throw error;
    } finally {
      scope.close();
    }
  };
}

/** Where a request goes: to the operation's path, or to a link that already holds all parameters. */
function addressOf(operation: Operation, { path = {}, query = {} }: Input, link: URL | undefined) {
  return link
    ? { path: link.pathname + link.search, baseUrl: link.origin, params: {} }
    : { path: operation.path, baseUrl: undefined, params: { path, query } };
}

function noteSecrets(operation: Operation, body: unknown, secrets: string[]): void {
  for (const path of operation.secrets) {
    for (const value of valuesAt(body, path)) {
      if (typeof value === 'string' && value !== '') secrets.push(value);
    }
  }
}
