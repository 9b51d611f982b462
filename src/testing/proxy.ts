import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** A proxy that tunnels connections. */
export interface TestProxy {
  readonly url: string;
  /** The hosts and ports that tunnels were requested to. */
  readonly targets: readonly string[];
}

/** Starts a proxy on a free port, which closes with its tunnels after the test. */
export async function startProxy(): Promise<TestProxy> {
  const targets: string[] = [];
  const server = createServer().on('connect', ({ url = '' }, client) => {
    targets.push(url);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy()).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, targets };
}
