import createOpenapiFetch, { createQuerySerializer } from 'openapi-fetch';
import { CORE } from './call/call.js';
import type { Client } from './client.js';
import { configError, isLddPayError, LddPayError } from './errors.js';
import { createComposition } from './fetch-client/composition.js';
import { type ComposedRequest, sendThrough } from './fetch-client/send-through.js';
import type { FetchClient, FetchPaths } from './fetch-client/types.js';

export type { FetchClient, FetchPaths } from './fetch-client/types.js';

/** The init of a call, whose types the compiler checked. */
type Init = Readonly<Record<string, unknown>>;

type OpenapiRequest = (method: string, path: string, init: Init) => Promise<{ readonly response: Response }>;

/** All methods of openapi-fetch. A method without an operation at the path is a `config` error. */
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/** The options of openapi-fetch that would bypass the client. */
const CLIENT_ONLY = ['baseUrl', 'fetch', 'Request'];

/**
 * Creates the client of openapi-fetch over a client of this package. Both share everything: tokens, idempotency
 * keys, retries, time limits, signatures, events and errors. Middleware runs once a call, however many attempts
 * the call takes.
 *
 * Calls reject with an LddPayError for every error status, so that `data` is always that of a success.
 * `params.header['Cko-Idempotency-Key']` is the idempotency key. Of the options of RequestInit, only `signal` and
 * `headers` have an effect.
 *
 * @example
 * const api = createFetchClient(createClient(optionsFromEnv(process.env)));
 * const { data } = await api.GET('/payments/{id}', { params: { path: { id } }, deadline: 10_000 });
 * @throws LddPayError of kind `config` when the argument is not a client of this copy of the package.
 */
export function createFetchClient<Signing extends boolean>(lddpay: Client<Signing>): FetchClient<Signing> {
  const core = lddpay?.[CORE];
  if (!core) throw configError('`createFetchClient` requires a client that `createClient` created.');
  const client = createOpenapiFetch<FetchPaths<Signing>>({
    baseUrl: core.baseUrl,
    querySerializer: createQuerySerializer(),
  });
  const send = client.request as unknown as OpenapiRequest;
  let hasMiddleware = false;

  const request = async (method: string, path: string, init: Init = {}) => {
    const composition = createComposition(hasMiddleware, init);
    try {
      refuseClientOnly(init);
      const result = await send(method, path, {
        bodySerializer: composition.bodySerializer,
        ...init,
        Request: composition.Request,
        fetch: (composed: ComposedRequest) => sendThrough(core, composed, init, composition.toResponse),
      });
      if (!result.response.ok) throw middlewareError(method, path, result.response.status);
      return result;
    } catch (error) {
      if (isLddPayError(error) || composition.isDone()) throw error;
      throw configError(`${method} ${path}: \`params\`, \`body\` or \`headers\` cannot be serialized.`);
    }
  };
  const bind = (method: string) => (path: string, init?: Init) => request(method, path, init);

  return {
    request,
    ...Object.fromEntries(METHODS.map((method) => [method, bind(method)])),
    use(...middleware) {
      hasMiddleware = true;
      client.use(...middleware);
    },
    eject: client.eject,
  } as FetchClient<Signing>;
}

function refuseClientOnly(init: Init): void {
  const name = CLIENT_ONLY.find((one) => init[one] !== undefined);
  if (name) throw configError(`\`${name}\` cannot be set for one call. Set it in \`createClient\`.`);
}

/** An error status that a middleware returns must not pass for a success either. */
function middlewareError(method: string, path: string, status: number): LddPayError {
  return new LddPayError(`${method} ${path}: a middleware returned a response with status ${status}.`, {
    kind: 'api',
    outcome: 'unknown',
    status,
  });
}
