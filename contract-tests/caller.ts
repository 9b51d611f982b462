import { type CallOptions, type Client, type ClientOptions, createClient } from 'lddpay';
import type { Input } from '../generated/methods.js';
import type { OperationId } from '../generated/operations.js';
import { type Exchange, recorded } from '../scripts/conformance/recorded-exchanges.js';
import type { Operation } from '../scripts/lib/description.js';

/** What an operation is called with. */
export interface CallInput extends Input {
  readonly options?: CallOptions;
  /** Makes a client of its own for this call, with options that differ. */
  readonly client?: Partial<Pick<ClientOptions, 'clientSecret' | 'fetch'>>;
}

/** A generated method, called by the name of its operation. */
type Method = (...args: unknown[]) => Promise<unknown> & { withResponse(): Promise<MethodResponse> };
type MethodResponse = { data: unknown; status: number; requestId?: string };

/** Calls operations through the generated client, and sees what goes over the wire. */
export interface Caller {
  /** Everything that was sent since the start, in order. */
  readonly exchanges: readonly Exchange[];
  readonly client: Client<true>;
  call(operation: Operation, input: CallInput): ReturnType<Method>;
}

/** What the examples of the description are made with, so that they can be sent as they stand. */
export const CREDENTIALS = {
  clientId: 'ack_example',
  clientSecret: 'example-client-secret',
  scope: 'gateway',
  signing: { siteIdentifier: 'S0000000001', secret: 'example-signing-secret' },
};

/** @param baseUrl Where the API is. */
export function createCaller(baseUrl: string): Caller {
  const exchanges: Exchange[] = [];
  const connect = (options: NonNullable<CallInput['client']> = {}) =>
    createClient({
      baseUrl,
      maxRetries: 0,
      ...CREDENTIALS,
      ...options,
      fetch: recorded(options.fetch ?? fetch, exchanges),
    });
  const shared = connect();
  return {
    exchanges,
    client: shared,
    call(operation, input) {
      const client = input.client ? connect(input.client) : shared;
      const method = client[operation.operationId as OperationId] as Method;
      return method(...argumentsOf(operation, input));
    },
  };
}

/** The arguments of a generated method: path parameters, then body or query, then options. */
function argumentsOf(operation: Operation, { path = {}, query, body, options }: CallInput): unknown[] {
  const places = new Set(operation.parameters.map((parameter) => parameter.in));
  const named = operation.parameters.filter((parameter) => parameter.in === 'path');
  const takesBody = operation.requestBody && !operation['x-token-endpoint'];
  return [
    ...named.map(({ name }) => path[name]),
    ...(places.has('query') ? [query] : []),
    ...(takesBody ? [body] : []),
    options,
  ];
}
