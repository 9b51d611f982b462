import type { LddPayError } from '../errors.js';
import { noteSecrets } from '../lib/note-secrets.js';
import { requireCrypto } from '../lib/platform.js';
import {
  type CallLimits,
  type ClientContext,
  emitEvent,
  openContext,
  toCallError,
} from '../request/context.js';
import { readData } from '../request/response.js';
import { withRetries } from '../request/retry.js';
import { isUndocumented } from '../request/undocumented.js';
import type { WriteRecords } from '../results/write-records.js';
import type { TokenCache } from '../token/token-cache.js';
import type { Attempt } from './attempt.js';
import type { Call, Core } from './core.js';
import { createKeyGuard, type KeyRecord } from './key-guard.js';
import { buildUrl, prepareRequest } from './prepare-request.js';
import { SECRETS_ANYWHERE } from './secrets.js';

/** What the options of the client decide for all calls. */
export interface CallConfig {
  readonly baseUrl: string;
  readonly limits: CallLimits;
}

/** Does what happens once a call, however many attempts it takes: checks, key, signature and reading. */
export function createCall(
  config: CallConfig,
  client: ClientContext,
  tokens: TokenCache,
  attempt: Attempt,
  sign: Core['sign'],
  writes: WriteRecords,
): Call {
  const keys = createKeyGuard();
  const { platform } = client;

  return async (operationId, operation, { input, options, problem, key }, url, combine) => {
    // The engine of Node finds the functions that await a call when an error is created. Elsewhere, this notes who
    // makes the call, which takes some µs.
    const callSite = platform.isNode ? undefined : new Error();
    const limits = { ...config.limits, ...options };
    const isKeyGiven = options.idempotencyKey !== undefined;
    const idempotencyKey =
      operation.idempotencyHeader && (options.idempotencyKey ?? globalThis.crypto?.randomUUID?.());
    const guardedKey = key ? undefined : idempotencyKey;
    // What the response to an undocumented request is about is not known.
    const isRecorded = !isUndocumented(operation);
    const recordedKey = isRecorded ? idempotencyKey : undefined;
    const context = openContext(client, operationId, limits, options.signal, idempotencyKey, operation);
    const { attempts, deadline, secrets } = context;
    const date = platform.date();
    const noteUse = (key: string) => keys.use(key, [operation.method, url, input.body], date);
    let use: KeyRecord | undefined;
    let end: (() => void) | undefined;
    try {
      if (problem) throw problem;
      if (operation.idempotencyHeader && !idempotencyKey) requireCrypto('randomUUID');
      if (operation.tokenEndpoint) {
        if (deadline.reason) throw deadline.reason;
        return await tokens.current(deadline, { limits, headers: options.headers }, options.refusedToken);
      }
      // openapi-fetch sends undocumented parameters in the URL alone.
      const parameters = url && Object.fromEntries(new URL(url).searchParams);
      noteSecrets(SECRETS_ANYWHERE, [input.body, input.query, parameters], secrets);
      url ??= buildUrl(config.baseUrl, operation, input);
      // A key that was just generated was never used before, and to note it takes some µs.
      if (isKeyGiven && guardedKey) use = noteUse(guardedKey);
      context.key = key ?? use ?? context.key;
      // Not before the use of the key is noted: an earlier call with it may have taken effect.
      if (deadline.reason) throw deadline.reason;
      const body = operation.signature
        ? await sign(operation, input.body, use?.signedAt ?? date)
        : input.body;
      const request = prepareRequest(url, body, options.headers);
      if (recordedKey) end = writes.begin(recordedKey, operationId, input, deadline.remaining());
      const response = await withRetries(context, (delayMs) => attempt(request, context, delayMs));
      const data = readData(response, context);
      if (recordedKey) writes.learn(recordedKey, input, data);
      if (use) keys.end(use, undefined);
      const requestId = attempts.at(-1)?.requestId;
      const { status, headers } = response;
      return {
        data: combine ? combine(data, response) : data,
        status,
        headers,
        requestId,
        idempotencyKey,
        attempts,
      };
    } catch (cause) {
      const own = toCallError(cause, context);
      if (own.outcome === 'unknown' && guardedKey) use ??= noteUse(guardedKey);
      if (use) keys.end(use, own.outcome);
      const earlier = guardedKey && keys.find(guardedKey);
      if (earlier) {
        earlier.sentAt ??= context.key.sentAt;
        context.key = earlier;
      }
      // Without a use, this call is another one than that which used the key before.
      const error =
        earlier && (use || earlier.isOutcomeUnknown) ? toCallError(cause, context, 'unknown') : own;
      if (callSite) addStack(error, callSite);
      const { kind, outcome, status, requestId } = error;
      if (isRecorded) writes.remember(error, input, context.start, isKeyGiven, options.headers);
      emitEvent(context, 'error', { kind, outcome, status, requestId });
      throw error;
    } finally {
      end?.();
      deadline.close();
    }
  };
}

/**
 * Adds the stack of who made the call. The `Error.prepareStackTrace` of a program can return anything, or throw, and
 * the outcome of the call counts more than its stack.
 */
function addStack(error: LddPayError, callSite: Error): void {
  try {
    const { stack } = callSite;
    if (typeof stack === 'string') error.stack = `${error.stack}\n${stack.replace(/^Error\n/, '')}`;
  } catch {
    // The stack stays as it is.
  }
}
