import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { document, operations } from '../../../contract/src/conformance/description.js';
import {
  type RecordedExchange,
  recordExchanges,
} from '../../../contract/src/conformance/testing/record-exchanges.js';
import type { OperationId } from '../../../generated/operations.js';
import { examplesOf, jsonOf, type Operation } from '../../../scripts/lib/description.js';
import { CREDENTIALS } from '../../testing/caller.js';

/** The time of the examples. */
const EXAMPLE_TIME = Date.UTC(2026, 1, 14, 10, 31, 7);

/** The parts of a request. */
export interface RequestParts {
  /** The identifier in the path. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API in the scenarios of the examples: a sandbox with the credentials, the time and the host of the examples. */
export interface ExampleApi {
  readonly sandbox: Sandbox;
  /** Sends a request with a valid token, and returns the exchange. */
  call(operationId: OperationId, request?: RequestParts): Promise<RecordedExchange>;
  /** Requests a payment, and returns its identifier. */
  pay(body: unknown): Promise<string>;
}

/** @param time The time of the sandbox's clock, in ms since the Unix epoch. */
export function openExampleApi(time = EXAMPLE_TIME): ExampleApi {
  const { clientId, clientSecret, signing } = CREDENTIALS;
  const sandbox = createSandbox({
    clientId,
    clientSecret,
    siteIdentifier: signing.siteIdentifier,
    signingSecret: signing.secret,
    seed: 1,
    now: () => time,
  });
  const exchanges: RecordedExchange[] = [];
  const send = recordExchanges(sandbox.fetch, exchanges);
  const request = async (operationId: OperationId, { id = '', query, body, headers }: RequestParts) => {
    const { method, path } = findOperation(operationId);
    const url = new URL(path.replace('{id}', id), 'http://127.0.0.1:4010');
    url.search = String(new URLSearchParams(query));
    await send(url.href, {
      method: method.toUpperCase(),
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    return exchanges.at(-1) as RecordedExchange;
  };
  const call: ExampleApi['call'] = async (operationId, parts = {}) => {
    if (operationId === 'getToken') return request(operationId, parts);
    // A new one for each request: the clock may have passed the end of the last one.
    const token = await request('getToken', { body: requestExample('getToken', 'clientCredentials') });
    const headers = { Authorization: `Bearer ${Object(token.body).access_token}`, ...parts.headers };
    return request(operationId, { ...parts, headers });
  };
  return { sandbox, call, pay: async (body) => Object((await call('requestPayment', { body })).body).id };
}

/**
 * Returns an example of a request, from the description.
 *
 * @throws {Error} When there is none with that name.
 */
export function requestExample(operationId: OperationId, name: string): Readonly<Record<string, unknown>> {
  const example = examplesOf(document, jsonOf(findOperation(operationId).requestBody))[name];
  if (!example) throw new Error(`${operationId} has no example ${name}.`);
  return example.value as Readonly<Record<string, unknown>>;
}

function findOperation(operationId: OperationId): Operation {
  return operations.find((one) => one.operationId === operationId) as Operation;
}
