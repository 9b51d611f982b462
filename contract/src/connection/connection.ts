import type { Fetch } from 'lddpay';
import { type OperationId, operations as operationTable, TOKEN_OPERATION } from 'lddpay/operations';
import type { Operation } from '../../../scripts/lib/description.js';
import { findOperation } from '../conformance/find-operation.js';
import { createPrismValidator } from '../conformance/prism-validator.js';
import type { PrismViolation } from '../conformance/prism-violations.js';
import type { BufferedResponse } from '../conformance/violations.js';
import type { Pace } from './pace.js';
import { type ConnectionFailure, type ReceivedResponse, requestProvider } from './request-provider.js';

/** A request to the provider, with the response or the reason why there is none. */
export interface ProviderExchange {
  readonly operation: Operation;
  /** The path below the base URL, with the query. */
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  /** Empty without a body. */
  readonly requestBody: string;
  readonly result: (BufferedResponse & Partial<ReceivedResponse>) | ConnectionFailure;
  /** The violations that Prism found in the response. */
  readonly prismViolations: readonly PrismViolation[];
}

/** The connection to the provider, which records and validates what it responds. */
export interface Connection {
  /**
   * Sends the request of an operation to its path below the base URL. Requests are sent one at a time, because a
   * client renews its token while other requests are under way.
   */
  readonly send: Fetch;
  /** All exchanges so far, in order. */
  readonly exchanges: readonly ProviderExchange[];
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  /** The URL of the token endpoint; undefined if it is below `baseUrl`. */
  readonly tokenUrl: string | undefined;
  /** The time for a response including its body, in ms. */
  readonly timeout: number;
  readonly pace: Pace;
}

/**
 * The longest time that a response can keep the next request back, in ms. As with `--pause`, it must fit
 * into the client's timeout of an attempt together with the time for a response.
 */
const MAX_RETRY_AFTER = 5_000;

/** Opens a connection to the provider. */
export async function openConnection({
  baseUrl,
  tokenUrl,
  timeout,
  pace,
}: ConnectionOptions): Promise<Connection> {
  const base = baseUrl.replace(/\/+$/, '');
  const tokenPath = operationTable[TOKEN_OPERATION].path;
  const target = (path: string) => (tokenUrl && path === tokenPath ? tokenUrl : base + path);
  const findPrismViolations = await createPrismValidator();
  const exchanges: ProviderExchange[] = [];
  let previous: Promise<unknown> = Promise.resolve();
  const exchange: Fetch = async (path, init) => {
    const operation = findOperation(init.method, path.replace(/\?.*/, ''));
    if (!operation) throw new Error('A request belongs to no operation.');
    await pace.next();
    const result = await requestProvider(target(path), init, timeout);
    const requestBody = typeof init.body === 'string' ? init.body : '';
    const { idempotencyHeader } = operationTable[operation.operationId as OperationId];
    const idempotencyKey = idempotencyHeader && new Headers(init.headers).get(idempotencyHeader);
    exchanges.push({
      operation,
      path,
      idempotencyKey: idempotencyKey ?? undefined,
      requestBody,
      result,
      prismViolations: 'failure' in result ? [] : findPrismViolations(operation, result),
    });
    if ('failure' in result) throw new TypeError('The provider did not respond.');
    const { status, headers, body } = result;
    if (status === 429 || status === 503) pace.postpone(Math.min(readRetryAfter(headers), MAX_RETRY_AFTER));
    return new Response(body === '' ? null : body, { status, headers });
  };
  return {
    exchanges,
    send(path, init) {
      const response = previous.then(() => exchange(path, init));
      previous = response.catch(() => undefined);
      return response;
    },
  };
}

/** Reads Retry-After, in ms: seconds, or a date by the clock of the response. */
function readRetryAfter(headers: Headers): number {
  const asked = headers.get('Retry-After') ?? '';
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000;
  return Date.parse(asked) - Date.parse(headers.get('Date') ?? '') || 0;
}
