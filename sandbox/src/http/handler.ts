import { RegExpRouter } from 'hono/router/reg-exp-router';
import type { OperationId } from '../../../generated/operations.js';
import { ApiError } from '../lib/api-error.js';
import { operationIds, operationTable } from '../lib/description.js';
import type { Sandbox } from '../sandbox.js';
import type { SandboxContext } from '../state/state.js';
import { createControls, isControl, type Settings } from './control-routes.js';
import { type HandledOperation, handleOperation } from './handle-operation.js';
import type { IncomingRequest } from './incoming-request.js';
import { maskPath } from './mask-path.js';
import { buildResponse, type OutgoingResponse, renderError } from './outgoing-response.js';

/** A handled request, as a log shows it. */
export interface HandledRequest extends Omit<HandledOperation, 'response'> {
  readonly method: string;
  /** The path, with what can be a secret masked. */
  readonly path: string;
  /** 0 when the connection was lost instead. */
  readonly status: number;
  /** How long handling it took, in ms. */
  readonly ms: number;
}

/**
 * Handles an HTTP request.
 * @param intercept Responds to requests that must not reach the sandbox.
 */
export type RequestHandler = (
  request: IncomingRequest,
  intercept?: (request: IncomingRequest) => OutgoingResponse | undefined,
) => Promise<OutgoingResponse>;

/** A function that is called after each request. */
export type RequestObserver = (request: HandledRequest) => void;

/**
 * Creates the handler of all HTTP requests: those to the payments API and those to the controls.
 * @param getContext Returns the current context. Its state is a new one after a reset.
 */
export function createHandler(
  getContext: () => SandboxContext,
  sandbox: Sandbox,
  settings: Settings,
  observe?: RequestObserver,
): RequestHandler {
  const handleControl = createControls(sandbox, settings, getContext);
  const handle = async (request: IncomingRequest): Promise<HandledOperation> => {
    const { method, url } = request;
    if (isControl(url)) return { response: await handleControl(request) };
    // HEAD is GET without the response body: RFC 9110, section 9.3.2.
    const route = findRoute(method === 'HEAD' ? 'GET' : method, url.pathname);
    return route
      ? handleOperation(getContext(), route.operationId, route.id, request)
      : rejectUnknownRoute(getContext(), url.pathname);
  };
  return async (request, intercept) => {
    const started = performance.now();
    const refusal = intercept?.(request);
    const { response, ...result } = refusal ? { response: refusal } : await handle(request);
    observe?.({
      ...result,
      method: request.method,
      path: maskPath(request.url.pathname),
      status: response.status,
      ms: performance.now() - started,
    });
    return response;
  };
}

/** The operations on paths without a parameter, by path and method. */
const fixedRoutes = new Map<string, Map<string, OperationId>>();

/** The operations on the other paths. */
const router = new RegExpRouter<OperationId>();

for (const operationId of operationIds) {
  const { method, path } = operationTable[operationId];
  if (path.includes('{')) router.add(method, path.replace('{id}', ':id'), operationId);
  else fixedRoutes.set(path, new Map(fixedRoutes.get(path)).set(method, operationId));
}

/** Finds the operation of a request. A path without a parameter is none with one: OpenAPI 3.1.0, section 4.8.8.2. */
function findRoute(method: string, path: string): { operationId: OperationId; id: string } | undefined {
  const fixed = fixedRoutes.get(path);
  if (fixed) {
    const operationId = fixed.get(method);
    return operationId && { operationId, id: '' };
  }
  const [[match] = [], segments = []] = router.match(method, path);
  if (!match) return undefined;
  const [operationId, parameters] = match;
  return { operationId, id: decodeSegment(segments[Number(parameters['id'])] ?? '') };
}

/** Rejects a request that belongs to no operation: with 405 when the path has other methods, else with 404. */
function rejectUnknownRoute({ state, clock }: SandboxContext, path: string): HandledOperation {
  const methods = [...new Set(Object.values(operationTable).map(({ method }) => method))];
  const allowed = methods
    .filter((method) => findRoute(method, path))
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');
  const error = allowed
    ? new ApiError(405, ['method_not_allowed'], { Allow: allowed })
    : new ApiError(404, ['path_unknown']);
  const { status, codes: errorCodes } = error;
  state.requests.add(undefined, undefined, clock.now())({ status, errorCodes });
  const requestId = state.requestRandom.uuid();
  const response = buildResponse(renderError(error, undefined, requestId), requestId, clock.now());
  return { response, errorCodes };
}

/** Decodes a path segment, or returns it unchanged when its escapes are malformed. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
