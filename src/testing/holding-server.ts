import type { ServerResponse } from 'node:http';
import { until } from './platform.js';
import { startServer, type TestServer } from './server.js';

/** A server that responds when the test says so. */
export interface HoldingServer extends TestServer {
  /** The pending responses, in the order of their requests. */
  readonly held: ServerResponse[];
}

export async function startHoldingServer(): Promise<HoldingServer> {
  const held: ServerResponse[] = [];
  const server = await startServer((_, response) => {
    held.push(response);
    return undefined;
  });
  return { ...server, held };
}

/** Waits for a request, and responds to the first one that is held. */
export async function release({ held }: HoldingServer): Promise<void> {
  await until(() => held.length > 0, 'a request');
  held.shift()?.end('done');
}
