import { firstHalf, type Reply } from './outgoing-response.js';

/** From a request to what is sent back. The controls, which are no part of the API, make responses. */
export type Handler = (request: Request) => Promise<Reply | Response>;

/** A `fetch` that calls a handler instead of opening a connection, and fails as the real one does. */
export function inProcessFetch(handle: Handler) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const reply = await Promise.race([handle(request), aborted(signal)]);
    return reply instanceof Response ? reply : toResponse(reply, request);
  };
}

function toResponse({ status, headers, body, damage }: Reply, { method, signal }: Request): Response {
  switch (damage) {
    case undefined:
      return new Response(method === 'HEAD' ? null : body, { status, headers });
    case 'lost': {
      const cause = Object.assign(new Error('The sandbox lost the connection.'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed', { cause });
    }
    default: {
      const length = { 'Content-Length': String(Buffer.byteLength(body ?? '')) };
      const broken = brokenBody(firstHalf(body ?? ''), damage, signal);
      return new Response(broken, { status, headers: { ...headers, ...length } });
    }
  }
}

/** A body that breaks off after its start: at once, or when the caller gives up. */
function brokenBody(start: Uint8Array, damage: 'stalled' | 'truncated', signal: AbortSignal): ReadableStream {
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

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
