import { type CallOptions, type Client, type ClientOptions, createClient } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import {
  type RecordedExchange,
  recordExchanges,
} from '../../contract/src/conformance/testing/record-exchanges.js';
import type { Input } from '../../generated/methods.js';
import { type OperationId, operations, REQUEST_ID_HEADER } from '../../generated/operations.js';
import type { Operation } from '../../scripts/lib/description.js';

/** The input of an operation. */
export interface CallInput extends Input {
  readonly options?: CallOptions;
  /** Client options that differ for this call. */
  readonly client?: Partial<Pick<ClientOptions, 'clientSecret' | 'fetch'>>;
}

/** A generated method, called by the name of its operation. */
type Method = (...args: unknown[]) => Promise<unknown> & { withResponse(): Promise<MethodResponse> };
type MethodResponse = { data: unknown; status: number; requestId: string | undefined };

/** Calls operations and records the exchanges. */
export interface Caller {
  /** All exchanges so far, in order. */
  readonly exchanges: readonly RecordedExchange[];
  readonly client: Client<true>;
  /** Calls the method of an operation. */
  call(operation: Operation, input: CallInput): ReturnType<Method>;
  /** Calls an operation through openapi-fetch. */
  fetch(operation: Operation, input: CallInput): Promise<MethodResponse>;
}

/** The credentials in the examples of the description, so that the examples can be sent unchanged. */
export const CREDENTIALS = {
  clientId: 'ack_example',
  clientSecret: 'example-client-secret',
  scope: 'gateway',
  signing: { siteIdentifier: 'S0000000001', secret: 'example-signing-secret' },
};

/** @param baseUrl The base URL of the API. */
export function createCaller(baseUrl: string): Caller {
  const exchanges: RecordedExchange[] = [];
  const connect = (options: NonNullable<CallInput['client']> = {}) =>
    createClient({
      baseUrl,
      maxRetries: 0,
      ...CREDENTIALS,
      ...options,
      fetch: recordExchanges(options.fetch ?? fetch, exchanges),
    });
  const shared = connect();
  const clientOf = (input: CallInput) => (input.client ? connect(input.client) : shared);
  return {
    exchanges,
    client: shared,
    call(operation, input) {
      const method = clientOf(input)[operation.operationId as OperationId] as Method;
      return method(...listArguments(operation, input));
    },
    fetch: (operation, input) => fetchOperation(clientOf(input), operation, input),
  };
}

type FetchRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; response: Response }>;

async function fetchOperation(
  client: Client<true>,
  { operationId, method, path }: Operation,
  { path: pathParameters, query, body, options: { idempotencyKey, ...options } = {} }: CallInput,
): Promise<MethodResponse> {
  const request = createFetchClient(client).request as FetchRequest;
  const { idempotencyHeader } = operations[operationId as OperationId];
  const header = idempotencyHeader && { [idempotencyHeader]: idempotencyKey };
  const init = { params: { path: pathParameters, query, header }, body: body ?? undefined, ...options };
  const { data, response } = await request(method, path, init);
  const requestId = response.headers.get(REQUEST_ID_HEADER) ?? undefined;
  return { data, status: response.status, requestId };
}

/** The arguments of a generated method: path parameters, then body or query, then options. */
function listArguments(operation: Operation, { path = {}, query, body, options }: CallInput): unknown[] {
  const places = new Set(operation.parameters.map((parameter) => parameter.in));
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const takesBody = operation.requestBody && !operation['x-token-endpoint'];
  return [
    ...inPath.map(({ name }) => path[name]),
    ...(places.has('query') ? [query] : []),
    ...(takesBody ? [body] : []),
    options,
  ];
}
