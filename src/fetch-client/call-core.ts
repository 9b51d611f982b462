import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/core.js';
import { readArguments } from '../call/input.js';
import type { ErrorDetails } from '../errors.js';
import type { CallOptions } from '../options.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { Init } from './init.js';
import type { FetchRequest } from './read-request.js';

/** A success: the response as it was received, its data, and what the client knows about the call. */
export interface Success {
  readonly response: BufferedResponse;
  readonly data: unknown;
  readonly details: Pick<ErrorDetails, 'idempotencyKey' | 'requestId' | 'attempts'>;
  /** Whether the operation changes nothing. */
  readonly isSafe: boolean;
}

type Combined = Pick<Success, 'data' | 'response'>;

/**
 * Sends a request of openapi-fetch as a call of the client.
 *
 * @param idempotencyKey The key for a request without one.
 * @returns The success. Rejects with an LddPayError otherwise.
 */
export async function callCore(
  { call }: Core,
  { operationId, url, path, body, headers: given }: FetchRequest,
  { attemptTimeout, deadline, maxRetries }: Init['limits'],
  signal: CallOptions['signal'],
  idempotencyKey: string | undefined,
): Promise<Success> {
  const operation: Operation = operations[operationId];
  const { key, headers } = splitHeaders(operation, given);
  const args = readArguments(
    operation,
    // Undocumented parameters are only in the URL.
    { path, query: operation.query === 'none' ? undefined : readQuery(url), body },
    {
      headers,
      attemptTimeout,
      deadline,
      maxRetries,
      signal,
      idempotencyKey: key ?? (operation.idempotencyHeader && idempotencyKey),
    },
  );
  const combine = (data: unknown, response: BufferedResponse): Combined => ({ data, response });
  const result = await call(operationId, operation, args, url, combine);
  const { idempotencyKey: usedKey, requestId, attempts } = result;
  const { response, data } = result.data as Combined;
  const details = { idempotencyKey: usedKey, requestId, attempts };
  return { response, data, details, isSafe: operation.safe };
}

function readQuery(url: string): Record<string, string> | undefined {
  const start = url.indexOf('?');
  return start < 0 ? undefined : Object.fromEntries(new URLSearchParams(url.slice(start)));
}

function splitHeaders(
  { idempotencyHeader }: Operation,
  given: Headers | undefined,
): { readonly key?: string | undefined; readonly headers?: Record<string, string> } {
  if (!given) return {};
  const headers = Object.fromEntries(given);
  if (!idempotencyHeader) return { headers };
  const { [idempotencyHeader.toLowerCase()]: key, ...others } = headers;
  return { key, headers: others };
}
