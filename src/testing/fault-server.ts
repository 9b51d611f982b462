import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { REQUEST_ID_HEADER } from '../../generated/operations.js';
import type { Fetch } from '../options.js';
import { PAYMENT_ID, TOKEN_PATH, tokenReply } from './client.js';
import { type Reply, refusingUrl, type SeenRequest } from './server.js';

/**
 * What a request meets:
 * - `none`: it takes effect and is answered
 * - `refuse`: nobody listens; only for clients that use the server's `fetch`
 * - `reset-before`, `reset-after`: the connection is reset, before or after it took effect
 * - `silent`: it takes effect, and no answer ever comes
 * - `stall`: it takes effect, and the body never comes
 * - `trickle`: it takes effect, and the body comes at a byte every 100 ms
 * - `truncate`: it takes effect, and the connection breaks within the body
 * - `html`: it takes effect, and the answer is a web page with status 200
 * - a status or a reply: it is answered so, and takes no effect
 */
export type Fault =
  | 'none'
  | 'refuse'
  | 'reset-before'
  | 'reset-after'
  | 'silent'
  | 'stall'
  | 'trickle'
  | 'truncate'
  | 'html'
  | number
  | Reply;

/** The faults in the order of the requests, and `none` from then on; or one for each request. */
export type Script = readonly Fault[] | ((request: SeenRequest, number: number) => Fault | Promise<Fault>);

export interface FaultServer {
  readonly url: string;
  /** The global `fetch`, but for requests that are to be refused. */
  readonly fetch: Fetch;
  /** The requests of operations, whatever became of them. */
  readonly requests: readonly SeenRequest[];
  readonly tokenRequests: readonly SeenRequest[];
  /** The idempotency keys of the requests of operations. */
  readonly keys: readonly (string | undefined)[];
  /** The idempotency keys that took effect: a repeated one does so once. */
  readonly effects: readonly string[];
  /** How many requests were held, by silence, by a stall or by a trickle. */
  readonly held: number;
  /** How many of them are held still: their connections are open. */
  readonly holding: number;
  readonly openSockets: number;
  /** From now on the API does not accept the tokens that were issued so far. */
  revokeTokens(): void;
  /** Closes the connections on which no request is under way. */
  closeIdleSockets(): void;
  /** From now on the next request on any open connection finds it lost, as after a missed close. */
  loseSockets(): void;
}

const KEY_HEADER = 'cko-idempotency-key';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const ANSWER = JSON.stringify({ id: PAYMENT_ID, data: [] });

/** Starts an API on a free port that fails as told, and is gone with all its sockets after the test. */
export async function startFaultServer(
  operationScript: Script = [],
  { tokens: tokenScript = [] as Script } = {},
): Promise<FaultServer> {
  const requests: SeenRequest[] = [];
  const tokenRequests: SeenRequest[] = [];
  const effects = new Set<string>();
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  const lost = new WeakSet<Socket>();
  const revoked = new Set<string>();
  const operationFaults = faultsOf(operationScript);
  const tokenFaults = faultsOf(tokenScript);
  let issued = 0;
  let held = 0;
  let holding = 0;

  const takeEffect = (request: SeenRequest) => {
    const key = keyOf(request);
    if (key) effects.add(key);
  };
  const answerToken = async (request: SeenRequest, response: ServerResponse) => {
    const fault = await tokenFaults.next(request, tokenRequests.push(request));
    if (fault !== 'none') return fail(fault, response, `token_${tokenRequests.length}`);
    issued += 1;
    answer(response, tokenReply(issued));
  };
  const answerOperation = async (request: SeenRequest, response: ServerResponse) => {
    const number = requests.push(request);
    if (revoked.has(request.headers.authorization ?? '')) return fail(401, response, `req_${number}`);
    const fault = await operationFaults.next(request, number);
    if (typeof fault === 'string' && fault !== 'reset-before') takeEffect(request);
    fail(fault, response, `req_${number}`);
  };
  const fail = (fault: Fault, response: ServerResponse, requestId: string) => {
    if (fault === 'silent' || fault === 'stall' || fault === 'trickle') {
      held += 1;
      holding += 1;
      response.on('close', () => {
        holding -= 1;
      });
    }
    meet(fault, response, requestId);
  };

  const server = createServer(async (message, response) => {
    if (lost.has(message.socket)) {
      message.socket.resetAndDestroy();
      return;
    }
    busy.add(message.socket);
    response.on('close', () => busy.delete(message.socket));
    const request = await read(message);
    if (!request) return;
    if (request.url === TOKEN_PATH) await answerToken(request, response);
    else await answerOperation(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const nobody = await refusingUrl();

  return {
    url,
    fetch: (input, init) => {
      const refused = !input.endsWith(TOKEN_PATH) && operationFaults.refuses();
      return fetch(refused ? input.replace(url, nobody) : input, init);
    },
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
      for (let number = 1; number <= issued; number += 1) revoked.add(`Bearer ${tokenOf(number)}`);
    },
    closeIdleSockets() {
      // The server's own way spares connections on which no request ever came.
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    },
    loseSockets() {
      for (const socket of sockets) lost.add(socket);
    },
  };
}

function faultsOf(script: Script) {
  const queue = typeof script === 'function' ? [] : [...script];
  return {
    next: async (request: SeenRequest, number: number): Promise<Fault> =>
      typeof script === 'function' ? script(request, number) : (queue.shift() ?? 'none'),
    /** Whether the next request is to be refused. */
    refuses(): boolean {
      if (queue[0] !== 'refuse') return false;
      queue.shift();
      return true;
    },
  };
}

function meet(fault: Fault, response: ServerResponse, requestId: string): void {
  const identified = { [REQUEST_ID_HEADER]: requestId };
  const start = (length: number) =>
    response.writeHead(200, { ...JSON_TYPE, ...identified, 'Content-Length': length });
  switch (fault) {
    case 'none':
      start(ANSWER.length).end(ANSWER);
      return;
    case 'refuse':
      throw new Error('This client does not use the `fetch` of the server.');
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
    case 'silent':
      return;
    case 'stall':
      start(ANSWER.length).flushHeaders();
      return;
    case 'trickle':
      trickle(start(ANSWER.length));
      return;
    case 'truncate':
      start(ANSWER.length).write(ANSWER.slice(0, 5), () => response.socket?.destroy());
      return;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html', ...identified }).end('<h1>Welcome</h1>');
      return;
    default: {
      const { headers, ...reply } = typeof fault === 'number' ? { status: fault, body: {} } : fault;
      answer(response, { ...reply, headers: { ...identified, ...headers } });
    }
  }
}

function answer(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const content = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { ...JSON_TYPE, ...headers }).end(content);
}

function trickle(response: ServerResponse): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    response.write(ANSWER.charAt(sent - 1));
    if (sent === ANSWER.length) response.end();
  }, 100);
  response.on('close', () => clearInterval(timer));
}

/** Reads a request; nothing when its client goes away meanwhile. */
async function read(message: IncomingMessage): Promise<SeenRequest | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function keyOf({ headers }: SeenRequest): string | undefined {
  const key = headers[KEY_HEADER];
  return typeof key === 'string' ? key : undefined;
}

function tokenOf(number: number): string {
  return (tokenReply(number).body as { access_token: string }).access_token;
}
