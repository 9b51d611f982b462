import createOpenapiFetch, { createQuerySerializer } from 'openapi-fetch';
import { requireCore } from './call/core.js';
import type { Client } from './client.js';
import { configError, isLddPayError, nameOperation } from './errors.js';
import { callOperation, type FetchResult, type OpenapiRequest } from './fetch-client/call-operation.js';
import { operationAt } from './fetch-client/find-operation.js';
import { type Init, readInit } from './fetch-client/init.js';
import type { FetchClient, FetchPaths } from './fetch-client/types.js';

export type { FetchClient, FetchPaths } from './fetch-client/types.js';

/** All methods of openapi-fetch. A method without an operation at the path is a `config` error. */
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/**
 * Creates the client of openapi-fetch over a client of this package. Both share everything: tokens, idempotency
 * keys, retries, time limits, signatures, events and errors. Middleware runs once a call, however many attempts
 * the call takes; time limits and `signal` apply to the call, not to middleware.
 *
 * Calls reject with an LddPayError for every error status, so that `data` is always that of a success.
 * `params.header['Cko-Idempotency-Key']` is the idempotency key; without one, a call gets a random UUID. Of the
 * options of RequestInit, only `signal` and `headers` have an effect.
 *
 * @example
 * const api = createFetchClient(createClient(optionsFromEnv(process.env)));
 * const { data } = await api.GET('/payments/{id}', { params: { path: { id } }, deadline: 10_000 });
 * @throws LddPayError of kind `config` when the argument is not a client of this package.
 */
export function createFetchClient<Signing extends boolean>(lddpay: Client<Signing>): FetchClient<Signing> {
  const core = requireCore(lddpay, 'createFetchClient');
  const client = createOpenapiFetch<FetchPaths<Signing>>({
    baseUrl: core.baseUrl,
    querySerializer: createQuerySerializer(),
  });
  const openapi = client.request as unknown as OpenapiRequest;
  let usesMiddleware = false;

  const request = async (method: string, path: string, given?: object): Promise<FetchResult> => {
    const operationId = operationAt(method, path);
    if (!operationId) {
      throw configError(
        'The description has no operation with this method and path. Use `rawRequest` for others.',
      );
    }
    try {
      const init = readInitSafely(given);
      const hasMiddleware = usesMiddleware || init.middleware.length > 0;
      return await callOperation(core, openapi, operationId, init, hasMiddleware);
    } catch (error) {
      throw nameOperation(error, operationId);
    }
  };
  const bind = (method: string) => (path: string, init?: object) => request(method, path, init);

  return {
    // Its type has the methods in lowercase.
    request: async (method: string, path: string, init?: object) =>
      request(String(method).toUpperCase(), path, init),
    ...Object.fromEntries(METHODS.map((method) => [method, bind(method)])),
    use(...middleware) {
      // First: where one of them is refused, those before it stay.
      usesMiddleware = true;
      client.use(...middleware);
    },
    eject: client.eject,
  } as FetchClient<Signing>;
}

/** Getters and headers of the caller may throw, with messages that quote what must not be printed. */
function readInitSafely(given: object | undefined): Init {
  try {
    return readInit(given);
  } catch (error) {
    throw isLddPayError(error) ? error : configError('The options of the call cannot be read.');
  }
}
