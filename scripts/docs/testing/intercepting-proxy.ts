import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';

/** A corporate proxy that opens TLS with certificates of its own authority. */
export interface InterceptingProxy {
  readonly url: string;
  /** A URL of the API whose connections it opens although clients do not name the proxy. */
  readonly transparentUrl: string;
  /** The path of the certificate of its authority, as PEM. */
  readonly certificate: string;
  /** The targets that clients asked for, with the credentials that they sent. */
  readonly requests: { readonly target: string; readonly authorization: string | undefined }[];
  close(): void;
}

/** The host of the API for clients of the proxy. */
const HOST = 'api.example.com';

/**
 * Starts a proxy that tunnels connections. Those to port 443 it opens, and passes what is in them on to the API, so
 * that `https://api.example.com` is there for clients of this proxy. The others it passes on as they are.
 *
 * @param api The URL of the API.
 */
export async function startInterceptingProxy(api: string): Promise<InterceptingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'lddpay-proxy-'));
  const openssl = (command: string) =>
    execFileSync('openssl', command.trim().split(/\s+/), {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1';
  openssl(`req -x509 ${key} -subj /CN=Corporate-CA -keyout ca.key -out ca.pem`);
  openssl(`req -x509 ${key} -subj /CN=${HOST} -addext subjectAltName=DNS:${HOST},DNS:localhost
    -addext basicConstraints=critical,CA:FALSE -CA ca.pem -CAkey ca.key -keyout host.key -out host.pem`);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const identity = { key: read('host.key'), cert: read('host.pem') + read('ca.pem') };
  const secureContext = createSecureContext(identity);

  const requests: InterceptingProxy['requests'] = [];
  const connectTo = (socket: Socket, { hostname, port }: URL) => {
    const target = connect(Number(port), hostname);
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    target.pipe(socket).pipe(target);
  };
  const server = createServer().on('connect', ({ url = '', headers }, socket: Socket) => {
    requests.push({ target: url, authorization: headers['proxy-authorization'] });
    socket.on('error', () => {});
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (url.endsWith(':443')) {
      connectTo(new TLSSocket(socket, { isServer: true, secureContext }), new URL(api));
    } else {
      connectTo(socket, new URL(`http://${url}`));
    }
  });
  const transparent = createTlsServer(identity, (socket) => connectTo(socket, new URL(api)));
  transparent.on('tlsClientError', () => {});
  for (const one of [server, transparent]) {
    await new Promise<void>((resolve) => one.listen(0, 'localhost', resolve));
  }
  const getPort = (one: { address(): unknown }) => (one.address() as AddressInfo).port;
  return {
    url: `http://localhost:${getPort(server)}`,
    transparentUrl: `https://localhost:${getPort(transparent)}`,
    certificate: join(folder, 'ca.pem'),
    requests,
    close() {
      server.close();
      server.closeAllConnections();
      transparent.close();
      rmSync(folder, { recursive: true });
    },
  };
}
