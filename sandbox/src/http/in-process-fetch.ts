import type { RequestHandler } from './handler.js';
import { fromWebRequest } from './incoming-request.js';
import { firstHalf, type OutgoingResponse } from './outgoing-response.js';

/** Creates a `fetch` that calls a handler instead of opening a connection, and rejects like the real one. */
export function createInProcessFetch(handle: RequestHandler) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const response = await Promise.race([handle(fromWebRequest(request)), rejectOnAbort(signal)]);
    return toWebResponse(response, request);
  };
}

function toWebResponse(
  { status, headers, body, damage, stream }: OutgoingResponse,
  { method, signal }: Request,
): Response {
  // The transform errors the body when the caller aborts, and cancels the stream.
  if (stream) return new Response(stream.pipeThrough(new TransformStream(), { signal }), { status, headers });
  switch (damage) {
    case undefined:
      return new Response(method === 'HEAD' ? null : body, { status, headers });
    case 'lost': {
      const cause = Object.assign(new Error('The sandbox lost the connection.'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed', { cause });
    }
    default: {
      const length = { 'Content-Length': String(new TextEncoder().encode(body).length) };
      const damaged = createDamagedBody(firstHalf(body ?? ''), damage, signal);
      return new Response(damaged, { status, headers: { ...headers, ...length } });
    }
  }
}

/** Creates a body that fails after its start: at once when truncated, and when the caller aborts. */
function createDamagedBody(
  start: Uint8Array,
  damage: 'stalled' | 'truncated',
  signal: AbortSignal,
): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(start);
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
    pull(controller) {
      if (damage === 'truncated') controller.error(new TypeError('terminated'));
    },
  });
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
