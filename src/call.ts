import createFetchClient from 'openapi-fetch';
import type { Input } from '../generated/methods.js';
import { type Operation, type OperationId, operations } from '../generated/operations.js';
import type { ApiResponse } from './api-promise.js';
import { type Attempt, Draft } from './attempt.js';
import { abortedError, callError } from './errors.js';
import { idempotencyKeyFor } from './idempotency.js';
import { checkInput } from './input.js';
import { type CallOptions, type Config, milliseconds } from './options.js';
import { readResponse } from './response.js';
import type { Answer } from './send.js';
import { signBody } from './signing.js';
import type { Tokens } from './token.js';

export type Call = (
  operationId: OperationId,
  input: Input,
  options: CallOptions,
) => Promise<ApiResponse<unknown>>;

/** The request function of openapi-fetch, for operations that are looked up rather than written out. */
type Request = (
  method: string,
  path: string,
  init: {
    params: Pick<Input, 'path' | 'query'>;
    body?: unknown;
    headers: Record<string, string>;
    parseAs: 'text';
    fetch: (draft: Draft) => Promise<Answer>;
  },
) => Promise<{ data?: unknown; error?: unknown; response: Answer }>;

/** What happens once a call, however often it is attempted: checks, idempotency key, signature, reading. */
export function createCall(config: Config, tokens: Tokens, attempt: Attempt): Call {
  const client = createFetchClient({
    baseUrl: config.baseUrl,
    Request: Draft as unknown as typeof globalThis.Request,
  });
  const request = client.request as unknown as Request;

  return async (operationId, input, options) => {
    const operation: Operation = operations[operationId];
    let idempotencyKey: string | undefined;
    try {
      if (options.signal?.aborted) throw abortedError('not_sent', options.signal);
      const timeout = milliseconds('attemptTimeout', options.attemptTimeout ?? config.attemptTimeout);
      idempotencyKey = idempotencyKeyFor(operation, options.idempotencyKey);
      if (operation.tokenEndpoint) return await tokens.current(options.signal);
      checkInput(operation, input, options.headers);
      const { path = {}, query = {} } = input;
      const { data, error, response } = await request(operation.method, operation.path, {
        params: { path, query },
        body: await signBody(operation, input.body, config.signing),
        headers: { ...options.headers, ...keyHeader(operation, idempotencyKey) },
        parseAs: 'text',
        fetch: (draft) => attempt(draft, { secured: operation.secured, signal: options.signal, timeout }),
      });
      return { ...readResponse(operation, response, data ?? error), idempotencyKey };
    } catch (error) {
      throw callError(error, { operationId, idempotencyKey });
    }
  };
}

function keyHeader({ idempotencyHeader }: Operation, key: string | undefined): Record<string, string> {
  return idempotencyHeader && key ? { [idempotencyHeader]: key } : {};
}
