import type { Fetch } from 'lddpay';
import { type OperationId, operations as operationTable, TOKEN_OPERATION } from 'lddpay/operations';
import type { Operation } from '../../../scripts/lib/description.js';
import { startProxy } from '../../../scripts/lib/prism.js';
import { findOperation } from '../conformance/find-operation.js';
import { type PrismViolation, readPrismViolations } from '../conformance/prism-violations.js';
import type { BufferedResponse } from '../conformance/violations.js';
import { type ConnectionFailure, type ReceivedResponse, startRecordingProxy } from './recording-proxy.js';

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

/** The connection to the provider: from `send` through Prism, which validates, to a proxy that records. */
export interface Connection {
  /** The base URL for clients. Token requests go there, too. */
  readonly url: string;
  /**
   * Sends the request of an operation. Resolves with the provider's own response, even where Prism replaces
   * it. Requests are sent one at a time, because a client renews its token while other requests are under way.
   */
  readonly send: Fetch;
  /** All exchanges so far, in order. */
  readonly exchanges: readonly ProviderExchange[];
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  /** The URL of the token endpoint; undefined if it is below `baseUrl`. */
  readonly tokenUrl: string | undefined;
  /** The time for a response including its body, in milliseconds. */
  readonly timeout: number;
  /** Resolves when the next request may be sent. */
  readonly pace: () => Promise<void>;
}

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
  const recorder = await startRecordingProxy(target, timeout);
  const prism = await startProxy(recorder.url);
  const exchanges: ProviderExchange[] = [];
  let previous: Promise<unknown> = Promise.resolve();
  const exchange: Fetch = async (url, init) => {
    await pace();
    recorder.takeResult();
    const prismViolations = await sendThroughPrism(url, init);
    const result = recorder.takeResult();
    const { pathname, search } = new URL(url);
    const operation = findOperation(init.method, pathname);
    if (!result || !operation) throw new Error('A request was not passed on to the provider.');
    const requestBody = typeof init.body === 'string' ? init.body : '';
    const { idempotencyHeader } = operationTable[operation.operationId as OperationId];
    const idempotencyKey = idempotencyHeader && new Headers(init.headers).get(idempotencyHeader);
    exchanges.push({
      operation,
      path: pathname + search,
      idempotencyKey: idempotencyKey ?? undefined,
      requestBody,
      result,
      prismViolations,
    });
    if ('failure' in result) throw new TypeError('The provider did not respond.');
    const { status, headers, body } = result;
    return new Response(body === '' ? null : body, { status, headers });
  };
  return {
    url: prism.url,
    exchanges,
    send(url, init) {
      const response = previous.then(() => exchange(url, init));
      previous = response.catch(() => undefined);
      return response;
    },
    async close() {
      await recorder.close();
      await prism.close();
    },
  };
}

/** Returns the violations that Prism finds in the response; none where Prism does not respond. */
async function sendThroughPrism(url: string, init: RequestInit): Promise<PrismViolation[]> {
  try {
    const response = await fetch(url, init);
    await response.arrayBuffer();
    return readPrismViolations(response.headers).filter(({ side }) => side === 'response');
  } catch {
    return [];
  }
}
