import { type Handler, startServer, type TestServer } from './server.js';
import { TOKEN_PATH, tokenReply } from './token-reply.js';

/** A server that issues tokens. */
export interface ApiServer extends TestServer {
  readonly tokenRequests: TestServer['requests'];
  readonly operationRequests: TestServer['requests'];
}

/** Starts a server that issues tokens and passes all other requests to the handler. */
export async function startApi(handler: Handler = () => ({ body: {} })): Promise<ApiServer> {
  const isTokenUrl = (url: string) => url === TOKEN_PATH;
  let tokens = 0;
  const server = await startServer((request, response) => {
    if (!isTokenUrl(request.url)) return handler(request, response);
    tokens += 1;
    return tokenReply(tokens);
  });
  return {
    ...server,
    get tokenRequests() {
      return server.requests.filter(({ url }) => isTokenUrl(url));
    },
    get operationRequests() {
      return server.requests.filter(({ url }) => !isTokenUrl(url));
    },
  };
}
