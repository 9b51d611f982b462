import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** What the backend serves. */
export interface BackendOptions {
  /** The path of the script that its web page runs. */
  readonly script: string;
  /** Returns a token for the web page. */
  readonly issueToken: () => Promise<object>;
  readonly apiUrl: string;
}

const HTML =
  '<!doctype html><title>tests</title><link rel="icon" href="data:,"><script type="module" src="/script.js"></script>';

/**
 * Starts a backend on a free port of this machine: it serves a web page with its script, issues tokens for it and
 * forwards all other requests to the API.
 */
export async function startBackend(options: BackendOptions) {
  const server = createServer((incoming, outgoing) => {
    respond(options, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(
  { script, issueToken, apiUrl }: BackendOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  switch (incoming.url) {
    case '/':
      outgoing.setHeader('Content-Type', 'text/html').end(HTML);
      break;
    case '/script.js':
      outgoing.setHeader('Content-Type', 'text/javascript');
      pipeline(createReadStream(script), outgoing, () => {});
      break;
    case '/backend/token':
      outgoing.setHeader('Content-Type', 'application/json').end(JSON.stringify(await issueToken()));
      break;
    default:
      forward(apiUrl, incoming, outgoing);
  }
}

/** Forwards a request and streams its response. A connection that breaks on one side is broken on the other. */
function forward(apiUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const forwarded = request(new URL(url, apiUrl), { method, headers, agent: false }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    pipeline(response, outgoing, () => {});
  });
  forwarded.on('error', () => outgoing.destroy());
  outgoing.on('close', () => forwarded.destroy());
  pipeline(incoming, forwarded, () => {});
}
