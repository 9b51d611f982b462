import type { Progress } from '../../scripts/lib/progress.js';
import { ServerProcess } from '../processes/server-process.js';
import { Load } from './load.js';

const STEPS = 10;

/** By default, V8 lets a heap grow to twice its live size before it collects garbage. This limit has to suffice. */
const HEAP_LIMIT = '--max-old-space-size=400';

/** The memory of a sandbox after some payments, in bytes. */
export interface MemoryUsage {
  readonly payments: number;
  readonly rss: number;
  readonly heapUsed: number;
}

/** Fills a sandbox with payments, each created and captured under new idempotency keys. */
export async function measureMemory(payments: number, progress: Progress): Promise<MemoryUsage> {
  const server = await ServerProcess.start('sandbox-server.js', [HEAP_LIMIT]);
  const load = new Load(server.url, 64);
  for (let step = 1; step <= STEPS; step += 1) {
    await load.run(payments / STEPS);
    progress(`memory: ${(payments / STEPS) * step} of ${payments} payments`);
  }
  const { rss, heapUsed } = await server.measureUsage('memory');
  await load.close();
  server.stop();
  return { payments, rss, heapUsed };
}
