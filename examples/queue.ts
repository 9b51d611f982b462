// A queue of captures and refunds: each takes effect once, even if a worker dies and another runs its job again.
import { pathToFileURL } from 'node:url';
import { DelayedError, type Job, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { type CaptureRequest, createClient, type LddPayError, optionsFromEnv } from 'lddpay';
import { createJournal, type Journal } from 'lddpay/journal';
import { createRedisStore } from './redis-store.js';

/**
 * The data of a job: never a card. Give a job an id of yours, since a Redis that lost its data counts from 1 again:
 * `queue.add('capture', { paymentId, capture: { amount: 400 } }, { jobId: 'ORD-17-capture-1' })`.
 */
export type PaymentJob =
  | { paymentId: string; capture: CaptureRequest }
  | { paymentId: string; refund: Parameters<Journal['refundPayment']>[2] };

export function startWorker(queue: string, journal: Journal, options: WorkerOptions) {
  const run = async (job: Job<PaymentJob>, token?: string): Promise<string> => {
    const { id, data } = job;
    const call =
      'capture' in data
        ? journal.capturePayment(`${queue}/${id}`, data.paymentId, data.capture)
        : journal.refundPayment(`${queue}/${id}`, data.paymentId, data.refund);
    // A call that is wrong itself rejects, and would every time. If its outcome is unknown, it may have happened.
    const settlement = await call.catch(({ outcome, message }: LddPayError) => {
      throw new UnrecoverableError(`${outcome}: ${message}`);
    });
    if (settlement.state === 'done') return settlement.id;
    if (settlement.state === 'refused') throw new UnrecoverableError(settlement.error.message);
    // Waiting does not help: a person has to ask the provider.
    if (settlement.tryAfterMs === Infinity) {
      const { message = 'a look does not show enough' } = settlement.error ?? {};
      throw new UnrecoverableError(`It may have happened: ${message}`);
    }
    await job.moveToDelayed(Date.now() + settlement.tryAfterMs, token);
    throw new DelayedError();
  };
  // By default, BullMQ gives up a job whose workers died twice.
  return new Worker<PaymentJob, string>(queue, run, { maxStalledCount: 100, ...options });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const url = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    commandTimeout: 1500,
    retryStrategy: () => 200,
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
  });
  redis.on('error', ({ message, code }: NodeJS.ErrnoException) => console.error(message || code));
  const journal = createJournal(createClient(optionsFromEnv(process.env)), {
    store: createRedisStore(redis),
  });
  startWorker('payments', journal, { connection: { url }, concurrency: 10 });
}
