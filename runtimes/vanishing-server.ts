import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Starts a server that forwards requests to the API, on a free port of this machine. With the second request it
 * vanishes: once the API has carried that out, connections break without a response, and none are accepted any more.
 */
export async function startVanishingServer(apiUrl: string) {
  let received = 0;
  const server = createServer((incoming, outgoing) => {
    received += 1;
    const isLast = received > 1;
    const { method, headers, url = '/' } = incoming;
    const forwarded = request(new URL(url, apiUrl), { method, headers, agent: false }, (response) => {
      if (isLast) {
        response.resume();
        close();
      } else {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      }
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
