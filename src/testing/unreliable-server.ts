import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Dispatcher, getGlobalDispatcher } from 'undici';
import { onTestFinished } from 'vitest';
import type { Fetch } from '../options.js';
import { carryTransport, transportOf } from '../transport/transport.js';
import { type Behavior, behave, HOLDING } from './behavior.js';
import { close, listen, readRequest, refusingUrl, type SeenRequest, sendReply } from './server.js';
import { TOKEN_PATH, tokenReply, tokenValue } from './token-reply.js';

/** The behaviors in the order of the requests, then `succeed`; or a function that returns one for each. */
export type Behaviors =
  | readonly Behavior[]
  | ((request: SeenRequest, number: number) => Behavior | Promise<Behavior>);

/** An API that fails the way the test says. */
export interface UnreliableServer {
  readonly url: string;
  /** The requests of operations, including those that failed. */
  readonly requests: readonly SeenRequest[];
  readonly tokenRequests: readonly SeenRequest[];
  /** The idempotency keys of the requests of operations. */
  readonly keys: readonly (string | undefined)[];
  /** The idempotency keys that took effect, each of them once. */
  readonly effects: readonly string[];
  /** How many requests got no complete response at first. */
  readonly held: number;
  /** How many of them still have an open connection. */
  readonly holding: number;
  readonly openSockets: number;
  /** Makes the API refuse all tokens that were issued so far. */
  revokeTokens(): void;
  /** Closes the connections without a request in progress. */
  closeIdleSockets(): void;
  /** Resets each open connection at its next request, like a server that closed it unnoticed. */
  loseSockets(): void;
}

const KEY_HEADER = 'cko-idempotency-key';

/**
 * Starts an API on a free port, which closes with all its connections after the test. Until then, the global
 * `fetch` is refused a connection where the behavior is `refuse`.
 */
export async function startUnreliableServer(
  behaviors: Behaviors = [],
  { tokens = [] }: { readonly tokens?: Behaviors } = {},
): Promise<UnreliableServer> {
  const requests: SeenRequest[] = [];
  const tokenRequests: SeenRequest[] = [];
  const effects = new Set<string>();
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  const lost = new WeakSet<Socket>();
  const revoked = new Set<string>();
  const operationQueue = queueOf(behaviors);
  const tokenQueue = queueOf(tokens);
  let issued = 0;
  let held = 0;
  let holding = 0;

  const respondToTokenRequest = async (request: SeenRequest, response: ServerResponse) => {
    const behavior = await tokenQueue.next(request, tokenRequests.push(request));
    if (behavior !== 'succeed') return respond(behavior, response, `token_${tokenRequests.length}`);
    issued += 1;
    sendReply(response, tokenReply(issued));
  };
  const respondToOperation = async (request: SeenRequest, response: ServerResponse) => {
    const number = requests.push(request);
    if (revoked.has(request.headers.authorization ?? '')) return respond(401, response, `req_${number}`);
    const behavior = await operationQueue.next(request, number);
    const key = keyOf(request);
    if (key && typeof behavior === 'string' && behavior !== 'reset-before') effects.add(key);
    respond(behavior, response, `req_${number}`);
  };
  const respond = (behavior: Behavior, response: ServerResponse, requestId: string) => {
    if (HOLDING.includes(behavior)) {
      held += 1;
      holding += 1;
      response.on('close', () => {
        holding -= 1;
      });
    }
    behave(behavior, response, requestId);
  };

  const server = createServer(async (message, response) => {
    if (lost.has(message.socket)) {
      message.socket.resetAndDestroy();
      return;
    }
    busy.add(message.socket);
    response.on('close', () => busy.delete(message.socket));
    // Undefined when the client disconnected while it sent.
    const request = await readRequest(message).catch(() => undefined);
    if (!request) return;
    if (request.url === TOKEN_PATH) await respondToTokenRequest(request, response);
    else await respondToOperation(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const url = await listen(server);
  onTestFinished(() => close(server));
  if (typeof behaviors !== 'function' && behaviors.includes('refuse')) {
    const refusing = await refusingUrl();
    redirectFetch((requested) => {
      const isRefused =
        requested.startsWith(url) && !requested.endsWith(TOKEN_PATH) && operationQueue.takeRefusal();
      return isRefused ? requested.replace(url, refusing) : requested;
    });
  }

  return {
    url,
    requests,
    tokenRequests,
    get keys() {
      return requests.map(keyOf);
    },
    get effects() {
      return [...effects];
    },
    get held() {
      return held;
    },
    get holding() {
      return holding;
    },
    get openSockets() {
      return sockets.size;
    },
    revokeTokens() {
      for (let number = 1; number <= issued; number += 1) revoked.add(`Bearer ${tokenValue(number)}`);
    },
    closeIdleSockets() {
      // Node's own method spares connections on which no request ever came.
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    },
    loseSockets() {
      for (const socket of sockets) lost.add(socket);
    },
  };
}

/**
 * Changes the URLs of the transport that the global `fetch` carries, or those of the dispatcher below it, until the
 * test is over: the client does not trust a global `fetch` that a program has replaced.
 */
function redirectFetch(redirect: (url: string) => string): void {
  const { fetch } = globalThis;
  const transport = transportOf(fetch);
  if (!transport) {
    redirectDispatcher(redirect);
    return;
  }
  const redirected: Fetch = (url, init) => fetch(redirect(url), init);
  carryTransport(redirected, (url, ...others) => transport(redirect(url), ...others));
  Object.assign(globalThis, { fetch: redirected });
  onTestFinished(() => {
    Object.assign(globalThis, { fetch });
  });
}

function redirectDispatcher(redirect: (url: string) => string): void {
  const agent: Dispatcher = Object.getPrototypeOf(getGlobalDispatcher());
  const { dispatch } = agent;
  agent.dispatch = function (options, handler) {
    const { origin, pathname, search } = new URL(redirect(`${options.origin}${options.path}`));
    return dispatch.call(this, { ...options, origin, path: pathname + search }, handler);
  };
  onTestFinished(() => {
    agent.dispatch = dispatch;
  });
}

function queueOf(behaviors: Behaviors) {
  const queue = typeof behaviors === 'function' ? [] : [...behaviors];
  return {
    next: async (request: SeenRequest, number: number): Promise<Behavior> =>
      typeof behaviors === 'function' ? behaviors(request, number) : (queue.shift() ?? 'succeed'),
    /** Whether the connection of the next request is refused, and removes that behavior. */
    takeRefusal(): boolean {
      if (queue[0] !== 'refuse') return false;
      queue.shift();
      return true;
    },
  };
}

function keyOf({ headers }: SeenRequest): string | undefined {
  const key = headers[KEY_HEADER];
  return typeof key === 'string' ? key : undefined;
}
