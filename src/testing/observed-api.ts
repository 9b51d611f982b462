import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { operations } from '../../generated/operations.js';
import { assembleClient, type Client } from '../client.js';
import { createObserver, type Observer } from '../observe/observe.js';
import type { ObservationReport } from '../observe/report.js';
import type { ClientOptions } from '../options.js';
import { eager } from './platform.js';
import { type SeenRequest, startServer } from './server.js';

/** A response of the API, which a test changes. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Changes the responses of an operation. */
export interface Alteration {
  readonly operationId: string;
  /** Only responses with this status. */
  readonly status: number;
  readonly change: (response: ApiResponse) => ApiResponse;
}

/** A client of an API over a real socket, whose responses are all observed. */
export interface ObservedApi {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  readonly observer: Observer;
  /** Returns the report when all responses so far are checked. */
  report(): Promise<ObservationReport>;
}

/** Starts the sandbox behind a server that alters its responses. It closes after the test. */
export async function startObservedApi(
  alteration?: Alteration,
  options: Partial<ClientOptions> = {},
): Promise<ObservedApi> {
  const sandbox = createSandbox();
  const { url } = await startServer((request, response) => {
    forward(sandbox, request).then((original) => {
      const isAltered =
        alteration?.operationId === findOperation(request) && alteration?.status === original.status;
      const { status, headers, body } = isAltered ? alteration.change(original) : original;
      response.writeHead(status, headers).end(body);
    }, response.destroy);
    return undefined;
  });
  const observer = createObserver({ sample: 1 }, eager);
  const all = { baseUrl: url, ...sandbox.credentials, observer, maxRetries: 0, ...options };
  const client = assembleClient(all, eager) as Client<true>;
  return {
    sandbox,
    client,
    observer,
    async report() {
      await observer.settled();
      return observer.read();
    },
  };
}

/** Changes the JSON body of the responses of an operation with a status. */
export function changeBody(
  operationId: string,
  status: number,
  // biome-ignore lint/suspicious/noExplicitAny: tests change bodies of every shape.
  change: (body: any) => unknown,
): Alteration {
  return {
    operationId,
    status,
    change: (response) => ({ ...response, body: JSON.stringify(change(JSON.parse(response.body))) }),
  };
}

/** Replaces parts of the responses of an operation with a status. Headers are added. */
export function replaceParts(operationId: string, status: number, parts: Partial<ApiResponse>): Alteration {
  return {
    operationId,
    status,
    change: (response) => ({
      ...response,
      ...parts,
      headers: { ...response.headers, ...parts.headers },
    }),
  };
}

function findOperation({ method, url }: SeenRequest): string | undefined {
  const path = url.replace(/\?.*/, '');
  const [found] = Object.entries(operations).filter(([, operation]) => {
    const pattern = operation.path.replaceAll(/\{\w+\}/g, '[a-z]+_\\w+');
    return operation.method === method && new RegExp(`^${pattern}$`).test(path);
  });
  return found?.[0];
}

async function forward(sandbox: Sandbox, { method, url, headers, body }: SeenRequest): Promise<ApiResponse> {
  const { authorization, 'content-type': type, 'cko-idempotency-key': key } = headers;
  const sent = { Authorization: authorization, 'Content-Type': type, 'Cko-Idempotency-Key': key };
  const response = await sandbox.fetch(`http://sandbox.test${url}`, {
    method,
    headers: Object.entries(sent).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
    body: body === '' ? null : body,
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}
