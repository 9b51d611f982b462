import type { Fetch } from '../options.js';
import { TOKEN_PATH, tokenReply } from './token-reply.js';

/** A request as a `fetch` receives it. */
export interface SentRequest {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;
}

/** A `fetch` that records its requests. */
export interface TestFetch {
  readonly fetch: Fetch;
  readonly tokenRequests: readonly SentRequest[];
  readonly operationRequests: readonly SentRequest[];
}

/** Creates a `fetch` without sockets that issues tokens and passes all other requests to `respond`. */
export function testFetch(
  respond: (request: SentRequest) => Response | Promise<Response> = () => Response.json({}),
): TestFetch {
  const tokenRequests: SentRequest[] = [];
  const operationRequests: SentRequest[] = [];
  return {
    tokenRequests,
    operationRequests,
    fetch: async (url, init) => {
      const request = {
        url,
        method: init.method,
        headers: new Headers(init.headers),
        body: String(init.body ?? ''),
        signal: init.signal,
      };
      if (url.endsWith(TOKEN_PATH)) {
        tokenRequests.push(request);
        return Response.json(tokenReply(tokenRequests.length).body);
      }
      operationRequests.push(request);
      return respond(request);
    },
  };
}
