import { Hono } from 'hono';
import { Refusal } from './answer.js';
import { answerRequest } from './api.js';
import type { Context } from './call.js';
import { controlRoutes } from './control.js';
import { operationIds, table } from './description.js';
import type { Handler } from './fetch.js';
import { CONTROLS } from './payments/links.js';
import { refusalAnswer, toResponse } from './response.js';
import type { Sandbox } from './sandbox.js';

/** Is told of each request once it was answered. */
export type Observer = (seen: {
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was cut instead. */
  readonly status: number;
  readonly ms: number;
}) => void;

/**
 * From a request to its response: the payments API, and the controls.
 * @param context Gives what the sandbox holds now, which is another thing after a reset.
 */
export function createApp(context: () => Context, sandbox: Sandbox, observe?: Observer): Handler {
  const app = new Hono();
  for (const operationId of operationIds) {
    const { method, path } = table[operationId];
    app.on(method, path.replace('{id}', ':id'), ({ req }) =>
      answerRequest(context(), operationId, req.param('id') ?? '', req.raw),
    );
  }
  for (const [path, methods] of methodsByPath()) {
    app.all(path, () => turnAway(context(), new Refusal(405, ['method_not_allowed'], { Allow: methods })));
  }
  app.route(CONTROLS, controlRoutes(sandbox));
  app.notFound(() => turnAway(context(), new Refusal(404, ['path_unknown'])));
  return async (request) => {
    const started = performance.now();
    const response = await app.fetch(request);
    observe?.({
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      ms: performance.now() - started,
    });
    return response;
  };
}

/** Answers a request that belongs to no operation. */
function turnAway({ world, clock }: Context, refusal: Refusal): Response {
  world.requests.add(undefined, undefined, clock.now())(refusal.status);
  const requestId = world.random.uuid();
  return toResponse(refusalAnswer(refusal, undefined, requestId), requestId);
}

/** The methods of each path, as the header `Allow` lists them. */
function methodsByPath(): Map<string, string> {
  const methods = new Map<string, string>();
  for (const { method, path } of Object.values(table)) {
    const pattern = path.replace('{id}', ':id');
    methods.set(pattern, methods.has(pattern) ? `${methods.get(pattern)}, ${method}` : method);
  }
  return methods;
}
