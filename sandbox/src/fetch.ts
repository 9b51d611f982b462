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
    return response;
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
