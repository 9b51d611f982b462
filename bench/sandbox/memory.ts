import { ServerProcess } from '../processes/server-process.js';
import { Load } from './load.js';

const STEPS = 10;

/** Left alone, V8 lets a heap grow to twice what is in use before it cleans up. This has to be enough. */
const HEAP_LIMIT = '--max-old-space-size=400';

/** What a sandbox holds after so many payments, in bytes. */
export interface Memory {
  readonly payments: number;
  readonly rss: number;
  readonly heapUsed: number;
}

/** Fills a sandbox with payments, each created and captured under keys of their own. */
export async function fill(payments: number, progress: (text: string) => void): Promise<Memory> {
  const server = await ServerProcess.start('sandbox-server.js', [HEAP_LIMIT]);
  const load = new Load(server.url, 64);
  for (let step = 1; step <= STEPS; step += 1) {
    await load.run(payments / STEPS);
    progress(`memory: ${(payments / STEPS) * step} of ${payments} payments`);
  }
  const { rss, heapUsed } = await server.usage('memory');
  load.close();
  server.stop();
  return { payments, rss, heapUsed };
}
