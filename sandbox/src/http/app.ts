import { TrieRouter } from 'hono/router/trie-router';
import type { OperationId } from '../../../generated/operations.js';
import type { Context } from '../operations/operation-request.js';
import { CONTROLS } from '../payments/links.js';
import type { Sandbox } from '../sandbox.js';
import { Refusal } from '../shared/api-error.js';
import { operationIds, table } from '../shared/description.js';
import { controlRoutes } from './control-routes.js';
import { answerRequest } from './handle-operation.js';
import type { Handler } from './in-process-fetch.js';
import { type Reply, refusalAnswer, replyOf } from './outgoing-response.js';

/** Is told of each request once it was answered. */
export type Observer = (seen: {
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was cut instead. */
  readonly status: number;
  readonly ms: number;
}) => void;

/**
 * From a request to what is sent back: the payments API, and the controls.
 * @param context Gives what the sandbox holds now, which is another thing after a reset.
 */
export function createApp(context: () => Context, sandbox: Sandbox, observe?: Observer): Handler {
  const controls = controlRoutes(sandbox);
  const handle: Handler = async (request) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith(`${CONTROLS}/`)) return controls.fetch(request);
    // A HEAD is a GET whose body stays behind, RFC 9110, section 9.3.2.
    const route = routeOf(request.method === 'HEAD' ? 'GET' : request.method, url.pathname);
    return route
      ? answerRequest(context(), route.operationId, route.id, request, url)
      : turnAway(context(), url.pathname);
  };
  return async (request) => {
    const started = performance.now();
    const reply = await handle(request);
    observe?.({
      method: request.method,
      path: new URL(request.url).pathname,
      status: reply.status,
      ms: performance.now() - started,
    });
    return reply;
  };
}

const router = new TrieRouter<OperationId>();
for (const operationId of operationIds) {
  const { method, path } = table[operationId];
  router.add(method, path.replace('{id}', ':id'), operationId);
}

function routeOf(method: string, path: string): { operationId: OperationId; id: string } | undefined {
  const [[match] = []] = router.match(method, path);
  return match && { operationId: match[0], id: decoded(String(match[1]['id'] ?? '')) };
}

/** Answers a request that belongs to no operation: 405 when another method would, else 404. */
function turnAway({ world, clock }: Context, path: string): Reply {
  const methods = [...new Set(Object.values(table).map(({ method }) => method))];
  const allowed = methods.filter((method) => routeOf(method, path)).join(', ');
  const refusal = allowed
    ? new Refusal(405, ['method_not_allowed'], { Allow: allowed })
    : new Refusal(404, ['path_unknown']);
  world.requests.add(undefined, undefined, clock.now())(refusal.status);
  const requestId = world.random.uuid();
  return replyOf(refusalAnswer(refusal, undefined, requestId), requestId);
}

/** A segment of a path without its escapes, or as it is when they make no sense. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
