import { startMockServer } from '../../../scripts/lib/prism.js';
import { createHttpSender } from './http-sender.js';
import { countRequests, type Target } from './target.js';

/** Starts Prism's mock. It takes any token and any payment for real. */
export async function startMock(): Promise<Target> {
  const server = await startMockServer();
  const http = createHttpSender(server.url);
  const leftOut = new Map<string, number>();
  const counted = countRequests(http.send);
  return {
    name: 'the mock',
    sandbox: undefined,
    origin: server.url,
    authorization: 'Bearer any',
    get requests() {
      return counted.requests;
    },
    send: counted.send,
    prepare: async (state) => (state ? `pay_${'a'.repeat(26)}` : undefined),
    cannotTell(request) {
      const reason = findLimit(request);
      if (reason !== undefined) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      return reason !== undefined;
    },
    leftOut,
    endTokens: () => {},
    async close() {
      http.close();
      await server.close();
    },
  };
}

/** The reason why Prism takes a request for another one; undefined when it does not. */
function findLimit({ query = {}, body, path = '' }: Parameters<Target['cannotTell']>[0]): string | undefined {
  if (/\/(\/|\?|$)/.test(path)) return 'an empty segment of a path is an id to Prism, or an error';
  if (Object.values(query).includes('')) return 'an empty parameter is none to Prism';
  if (body === null) return 'a body that is null is none to Prism';
  return undefined;
}
