import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createSandbox } from 'lddpay-sandbox';
import type { Settings } from './suite/lib/behaviour.js';
import { startVanishingServer } from './vanishing-server.js';

/** Starts a sandbox for one runtime and describes it to the suite. */
export async function startTestEnvironment() {
  const { credentials, listen } = createSandbox();
  const { signing, ...rest } = credentials;
  const server = await listen();
  const vanishing = await startVanishingServer(server.url);
  const settings: Settings = {
    baseUrl: server.url,
    refusingUrl: await findRefusingUrl(),
    vanishingUrl: vanishing.url,
    credentials: rest,
    signing,
  };
  const close = () => {
    vanishing.close();
    return server.close();
  };
  return { settings, close };
}

/** A URL that refuses connections: its port was free a moment ago. */
async function findRefusingUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
