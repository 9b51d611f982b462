import { damageOf } from './damage.js';

/** From a request to its response; a response of type `error` stands for a lost connection. */
export type Handler = (request: Request) => Promise<Response>;

/** A `fetch` that calls a handler instead of opening a connection, and fails as the real one does. */
export function inProcessFetch(handle: Handler) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const response = await Promise.race([handle(request), aborted(signal)]);
    if (response.type === 'error') {
      const cause = Object.assign(new Error('The sandbox lost the connection.'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed', { cause });
    }
    return damageOf(response) === 'stall-body' ? endingWith(response, signal) : response;
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** A response whose body ends when the caller gives up, since it would not by itself. */
function endingWith({ body, status, headers }: Response, signal: AbortSignal): Response {
  return new Response(body?.pipeThrough(new TransformStream(), { signal }), { status, headers });
}
