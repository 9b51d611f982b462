import type { Input } from '../../generated/methods.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import { type Config, limitsOf } from '../config.js';
import type { LddPayError } from '../errors.js';
import { isSignal } from '../lib/checks.js';
import { valuesAt } from '../lib/values-at.js';
import type { CallOptions } from '../options.js';
import { callError, openContext, type Runtime, report } from '../request/context.js';
import { readResponse } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import type { ApiResponse } from '../results/api-promise.js';
import type { Tokens } from '../token/token-cache.js';
import type { Attempt } from './attempt.js';
import { keyOf } from './idempotency.js';
import { checkInput, checkOptions } from './input.js';
import { createKeyGuard } from './key-guard.js';
import { draftOf, urlOf } from './prepare-request.js';
import { signBody } from './signing.js';

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

/** What happens once a call, however often it is attempted: checks, idempotency key, signature, reading. */
export function createCall(
  config: Config,
  runtime: Runtime,
  tokens: Tokens,
  attempt: Attempt,
  onFailure: OnFailure,
): Call {
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
      checkOptions(operation, options);
      if (scope.reason) throw scope.reason;
      if (operation.tokenEndpoint) return await tokens.current(scope);
      checkInput(operation, input);
      noteSecrets(operation, input.body, context.secrets);
      const body = operation.signature
        ? await signBody(operation.signature, input.body, config.signing, platform.date())
        : (input.body ?? undefined);
      // A link holds all parameters already.
      const url = link ? link.origin + link.pathname + link.search : urlOf(config.baseUrl, operation, input);
      const draft = draftOf(url, body, options.headers);
      guardKey(idempotencyKey, [operationId, input], options.idempotencyKey ? 'given' : 'generated');
      const answer = await withRetries(platform, context, (delayMs) => attempt(draft, context, delayMs));
      const data = readResponse(operation, answer, context.secrets, platform);
      const requestId = attempts.at(-1)?.requestId;
      const { status, headers } = answer;
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

function noteSecrets(operation: Operation, body: unknown, secrets: string[]): void {
  for (const path of operation.secrets) {
    for (const value of valuesAt(body, path)) {
      if (typeof value === 'string' && value !== '') secrets.push(value);
    }
  }
}
