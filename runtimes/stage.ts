import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createSandbox } from 'lddpay-sandbox';
import type { Settings } from './suite/behaviour.js';

/** A sandbox that listens, for one runtime, and what the suite has to know of it. */
export async function openStage() {
  const { credentials, listen } = createSandbox();
  const { signing, ...rest } = credentials;
  const server = await listen();
  const settings: Settings = {
    baseUrl: server.url,
    refusingUrl: await refusingUrl(),
    credentials: rest,
    signing,
  };
  return { settings, close: () => server.close() };
}

/** Where nobody listens: a port that was free a moment ago. */
async function refusingUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
