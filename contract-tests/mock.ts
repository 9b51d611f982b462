import { examplesOf, jsonOf, type Operation, type Parameter } from '../scripts/description.js';
import { type MockServer, startMockServer } from '../scripts/mock-server.js';
import { type CallOptions, createClient } from '../src/index.js';
import { document, operations } from './description.js';

/** What went over the wire. */
export interface Exchange {
  readonly operationId: string;
  readonly status: number;
  readonly violations: string | null;
  readonly headers: Headers;
}

/** A generated method, called by the name of its operation. */
type Method = (...args: unknown[]) => Promise<unknown> & { withResponse(): Promise<MethodResponse> };
type MethodResponse = { data: unknown; status: number; requestId?: string };

export interface Contract {
  /** Everything that was sent since the start, in order. */
  readonly exchanges: readonly Exchange[];
  /** Calls an operation through the generated client. */
  call(operation: Operation, input?: { body?: unknown; prefer?: string; id?: string }): ReturnType<Method>;
  close(): Promise<void>;
}

/** A mock of the description, and a client that talks to nothing else. */
export async function startContract(): Promise<Contract> {
  const mock = await startMockServer(document);
  const exchanges: Exchange[] = [];
  const connect = (tokenPrefer?: string) => clientOf(mock, exchanges, tokenPrefer);
  const shared = connect();
  return {
    exchanges,
    call(operation, { body, prefer, id } = {}) {
      // A token request belongs to no call, so it cannot be given headers by one.
      const client = operation['x-token-endpoint'] ? connect(prefer) : shared;
      const method = client[operation.operationId as keyof typeof client] as Method;
      const options: CallOptions = prefer && operation.secured ? { headers: { Prefer: prefer } } : {};
      return method(...argumentsOf(operation, body, id), options);
    },
    close: () => mock.close(),
  };
}

function clientOf(mock: MockServer, exchanges: Exchange[], tokenPrefer: string | undefined) {
  return createClient({
    baseUrl: mock.url,
    clientId: 'contract-tests',
    clientSecret: 'not-a-secret',
    scope: 'gateway',
    maxRetries: 0,
    fetch: async (url, init) => {
      const operationId = operationAt(init.method, new URL(url).pathname);
      const headers = new Headers(init.headers);
      if (tokenPrefer) headers.set('Prefer', tokenPrefer);
      const response = await fetch(url, { ...init, headers });
      const { status } = response;
      exchanges.push({ operationId, status, violations: response.headers.get('sl-violations'), headers });
      return response;
    },
  });
}

/** The arguments of a generated method: path parameters, then body or query, as its JSDoc says. */
function argumentsOf(operation: Operation, body: unknown, id: string | undefined): unknown[] {
  const ids = operation.parameters.filter((parameter) => parameter.in === 'path').map(exampleOf);
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  const last = operation['x-token-endpoint'] ? [] : [body === undefined ? firstExample(operation) : body];
  return [
    ...ids.map((example) => id ?? example),
    ...(query.length > 0 ? [Object.fromEntries(query.map((one) => [one.name, exampleOf(one)]))] : []),
    ...(operation.requestBody ? last : []),
  ];
}

function exampleOf({ example, schema }: Parameter): unknown {
  return example ?? schema.examples?.[0];
}

function firstExample(operation: Operation): unknown {
  return Object.values(examplesOf(document, jsonOf(operation.requestBody)))[0]?.value;
}

/** The operation that a request belongs to, told by its method and path alone. */
function operationAt(method: string | undefined, path: string): string {
  const candidates = operations.filter((operation) => {
    const pattern = operation.path.replaceAll(/\{\w+\}/g, '\\w+_\\w+');
    return operation.method.toUpperCase() === method && new RegExp(`^${pattern}$`).test(path);
  });
  return candidates[0]?.operationId ?? `${method} ${path}`;
}
