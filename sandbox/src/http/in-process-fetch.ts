import type { RequestHandler } from './handler.js';
import { fromWebRequest } from './incoming-request.js';
import { firstHalf, type OutgoingResponse } from './outgoing-response.js';

/** Creates a `fetch` that calls a handler instead of opening a connection, and rejects like the real one. */
export function createInProcessFetch(handle: RequestHandler) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { request, signal } = readRequest(input, init);
    if (signal.aborted) throw signal.reason;
    const response = await Promise.race([handle(fromWebRequest(request, signal)), rejectOnAbort(signal)]);
    return toWebResponse(response, request.method, signal);
  };
}

/** Reads a request and its signal, which can be of another AbortController than that of the platform. */
function readRequest(input: string | URL | Request, init: RequestInit | undefined) {
  try {
    const request = new Request(input, init);
    return { request, signal: request.signal };
  } catch (error) {
    // Node.js 24 refuses the signals of jsdom.
    if (typeof init?.signal?.addEventListener !== 'function') throw error;
    return { request: new Request(input, { ...init, signal: null }), signal: init.signal };
  }
}

function toWebResponse(
  { status, headers, body, damage, stream }: OutgoingResponse,
  method: string,
  signal: AbortSignal,
): Response {
  if (stream) return new Response(stream.pipeThrough(createAbortable(signal)), { status, headers });
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

/** Creates a transform that errors the body when the caller aborts, and so cancels the stream. */
function createAbortable(signal: AbortSignal): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    start(controller) {
      onAbort(signal, () => controller.error(signal.reason));
    },
  });
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
      onAbort(signal, () => controller.error(signal.reason));
    },
    pull(controller) {
      if (damage === 'truncated') controller.error(new TypeError('terminated'));
    },
  });
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    onAbort(signal, () => reject(signal.reason));
  });
}

/** Calls back when a signal aborts, at once if it has aborted already. */
function onAbort(signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback, { once: true });
}
