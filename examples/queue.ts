// A queue of captures and refunds: each takes effect once, even if a worker dies and another runs its job again.
import { pathToFileURL } from 'node:url';
import { DelayedError, type Job, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import { type CaptureRequest, createClient, optionsFromEnv, type RefundRequest } from 'lddpay';
import { createJournal, type Journal } from 'lddpay/journal';
import redisDriver from 'unstorage/drivers/redis';

/**
 * A job, without card data. Give it an id of yours, since a Redis that lost its data counts from 1 again:
 * `queue.add('capture', { paymentId, body: { amount: 400 } }, { jobId: 'ORD-17-capture-1' })`.
 */
export type PaymentJob =
  | Job<{ paymentId: string; body: CaptureRequest }, string, 'capture'>
  | Job<{ paymentId: string; body: RefundRequest }, string, 'refund'>;

export function startWorker(queue: string, journal: Journal, options: WorkerOptions): Worker {
  const run = async (job: PaymentJob, token?: string): Promise<string> => {
    const name = `${queue}/${job.id}`;
    const { paymentId, body } = job.data;
    const settlement =
      job.name === 'capture'
        ? await journal.capturePayment(name, paymentId, body)
        : await journal.refundPayment(name, paymentId, body);
    if (settlement.state === 'done') return settlement.id;
    if (settlement.state === 'refused') throw new UnrecoverableError(settlement.error.message);
    await job.moveToDelayed(Date.now() + settlement.tryAfterMs, token);
    throw new DelayedError();
  };
  // By default, BullMQ gives up a job whose workers died twice.
  return new Worker(queue, run as (job: Job, token?: string) => Promise<string>, {
    maxStalledCount: 100,
    ...options,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const url = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
  const store = redisDriver({ url, maxRetriesPerRequest: 1 });
  const journal = createJournal(createClient(optionsFromEnv(process.env)), { store });
  startWorker('payments', journal, { connection: { url }, concurrency: 10 });
}
