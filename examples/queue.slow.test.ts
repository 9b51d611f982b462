import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { createClient } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { createSandbox } from 'lddpay-sandbox';
import { createStorage } from 'unstorage';
import { describe, expect, it } from 'vitest';
import { redisInstalled, startRedis } from '../src/testing/redis.js';
import { startWorker } from './queue.js';
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

  it.each([
    // As after a restart of an id that counts.
    { what: 'stands for another capture', amount: 300, reason: /^unknown: capturePayment: .*is done/ },
    // As after a wrong correction.
    {
      what: 'has a wrong amount by now',
      amount: '400',
      reason: /^unknown: capturePayment: `amount`.* happened/,
    },
  ])(
    'says of a job that failed that its name may have happened, where it $what',
    async ({ amount, reason }) => {
      const sandbox = createSandbox();
      const redis = await startRedis();
      const connection = { url: redis.url };
      const queue = new Queue(QUEUE, { connection });
      const lddpay = createClient({
        baseUrl: 'http://sandbox.test',
        ...sandbox.credentials,
        fetch: sandbox.fetch,
      });
      const worker = startWorker(QUEUE, createJournal(lddpay, { store: createStorage() }), { connection });
      const data = (await createJobs(sandbox, 3)).at(-1)?.data;
      const job = await queue.add('capture', data, { jobId: 'ORD-1-capture-1' });
      await expect.poll(() => queue.getCompletedCount()).toBe(1);
      await job.remove();

      await queue.add('capture', { ...data, capture: { amount } }, { jobId: 'ORD-1-capture-1', attempts: 3 });
      await expect.poll(() => queue.getFailedCount()).toBe(1);

      const [failed] = await queue.getFailed();
      expect(failed?.failedReason).toMatch(reason);
      await worker.close();
      await queue.close();
      await redis.stop();
    },
  );

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
