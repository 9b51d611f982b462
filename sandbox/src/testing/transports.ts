import { onTestFinished } from 'vitest';
import type { Sandbox } from '../index.js';

/** A way to send requests to a sandbox. */
export interface Transport {
  readonly origin: string;
  readonly fetch: Sandbox['fetch'];
}

/** The ways to reach a sandbox, with their names. A server is closed when the test has finished. */
export const TRANSPORTS: readonly [name: string, open: (sandbox: Sandbox) => Promise<Transport>][] = [
  ['in-process', async ({ fetch }) => ({ origin: 'http://sandbox.test', fetch })],
  [
    'over HTTP',
    async (sandbox) => {
      const server = await sandbox.listen();
      onTestFinished(() => server.close());
      return { origin: server.url, fetch };
    },
  ],
];
