import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** What the server has to offer. */
export interface Site {
  /** The file of the script that the page runs. */
  readonly script: string;
  /** Gives the token that the backend supplies to its page. */
  readonly token: () => Promise<object>;
  /** Where the API is. */
  readonly api: string;
}

const PAGE =
  '<!doctype html><title>tests</title><link rel="icon" href="data:,"><script type="module" src="/script.js"></script>';

/**
 * A backend on any free port of this machine: a page, its script, tokens for it, and the API behind it.
 *
 * @returns Where it is, and what ends it.
 */
export async function servePage(site: Site) {
  const server = createServer((incoming, outgoing) => {
    answer(site, incoming, outgoing).catch(() => outgoing.destroy());
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

async function answer(site: Site, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  switch (incoming.url) {
    case '/':
      outgoing.setHeader('Content-Type', 'text/html').end(PAGE);
      break;
    case '/script.js':
      outgoing.setHeader('Content-Type', 'text/javascript');
      pipeline(createReadStream(site.script), outgoing, () => {});
      break;
    case '/backend/token':
      outgoing.setHeader('Content-Type', 'application/json').end(JSON.stringify(await site.token()));
      break;
    default:
      forward(site.api, incoming, outgoing);
  }
}

/** Passes a request on and its answer back as it comes; what breaks on one side breaks on the other. */
function forward(api: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const onward = request(new URL(url, api), { method, headers, agent: false }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    pipeline(response, outgoing, () => {});
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  pipeline(incoming, onward, () => {});
}
