import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { createSandbox } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { redisInstalled, startRedis } from '../src/testing/redis.js';
import { createJobs, kill, QUEUE, runQueue, startWorkerProcess } from './testing/queue-run.js';

const QUEUE_PROGRAM = fileURLToPath(new URL('queue.ts', import.meta.url));

const MISSING = 'skipped without redis-server: apt-get install redis-server';
// So that skipped tests are noticed.
if (!redisInstalled) process.stderr.write(`The queue: ${MISSING}\n`);

describe.skipIf(!redisInstalled)(`the queue${redisInstalled ? '' : ` (${MISSING})`}`, () => {
  it('carries out each job once while workers, Redis and connections die', async () => {
    const run = await runQueue(200);

    expect(run).toMatchObject({ done: 180, refused: 20, unclaimed: [], wrong: [] });
    expect(run.repeated).toBeGreaterThan(0);
  });

  it('is worked off by the example as a program', async () => {
    const sandbox = createSandbox();
    const [api, redis] = await Promise.all([sandbox.listen(), startRedis()]);
    const queue = new Queue(QUEUE, { connection: { url: redis.url } });
    await queue.addBulk(await createJobs(sandbox, 4));

    const worker = startWorkerProcess(['--import', 'tsx', QUEUE_PROGRAM], sandbox, api.url, redis.url);
    await expect.poll(() => queue.getCompletedCount(), { timeout: 15_000 }).toBe(4);

    const effects = sandbox.ledger().filter(({ amount }) => amount < 1000);
    expect(effects.map(({ type, amount }) => `${type} ${amount}`).sort()).toEqual([
      'Capture 400',
      'Capture 400',
      'Refund 300',
      'Refund 300',
    ]);
    await kill(worker);
    await queue.close();
    await Promise.all([api.close(), redis.stop()]);
  });
});
