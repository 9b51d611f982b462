import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, Queue } from 'bullmq';
import { createClient } from 'lddpay';
import { createSandbox, type Fault, type Sandbox } from 'lddpay-sandbox';
import { bundlePrograms } from '../../scripts/lib/bundle-programs.js';
import { createTemporaryFolder } from '../../scripts/lib/interruption.js';
import { startRedis } from '../../src/testing/redis.js';
import type { PaymentJob } from '../queue.js';

export interface QueueRunResult {
  readonly done: number;
  readonly refused: number;
  /** How many jobs were started more than once. */
  readonly repeated: number;
  /** Effects in the ledger that are not the result of exactly one job. */
  readonly unclaimed: readonly string[];
  /** Jobs that ended wrongly: done without an effect, refused in spite of a valid payment. */
  readonly wrong: readonly string[];
  /** How many times a worker and Redis were killed, and how many faults the API had. */
  readonly kills: number;
  readonly outages: number;
  readonly faults: number;
  readonly ms: number;
}

const WORKER_PROGRAM = new URL('queue-worker.ts', import.meta.url);
const QUEUE_PROGRAM = new URL('../queue.ts', import.meta.url);
const WORKERS = 3;
export const QUEUE = 'payments';
/** How often the progress is checked, in ms. */
const ROUND = 20;
/** A minute without a finished job. */
const MAX_IDLE_ROUNDS = 60_000 / ROUND;
const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };

/** What happens to writes: lost before or after they take effect, refused for a while, or late. */
const FAULTS: readonly Fault[] = [
  { effect: 'drop-before' },
  { effect: 'drop-after' },
  { effect: 'truncate-body' },
  { effect: 'status', status: 503 },
  { effect: 'delay', ms: 100 },
];

/**
 * Runs jobs on workers that are processes. They die in between, as do Redis and connections to the API.
 *
 * Each payment has two equal captures or refunds, so only their names tell them apart. Each fifth capture is of a
 * voided payment, so that the API refuses it.
 */
export async function runQueue(jobs: number): Promise<QueueRunResult> {
  const counts = {
    kills: Math.ceil(jobs / 40),
    outages: Math.ceil(jobs / 400),
    faults: Math.ceil(jobs / 10),
  };
  const folder = createTemporaryFolder('lddpay-queue-');
  // The queue is bundled by itself, so that it does not run as a program within the worker.
  const [program] = await bundlePrograms([WORKER_PROGRAM, QUEUE_PROGRAM], folder.path);
  const started = Date.now();
  const sandbox = createSandbox();
  const [api, redis] = await Promise.all([sandbox.listen(), startRedis({ durable: true })]);
  const queue = new Queue(QUEUE, { connection: { url: redis.url } });
  queue.on('error', () => {});
  const start = () => startWorkerProcess([program], sandbox, api.url, redis.url);
  const processes: ChildProcess[] = [];
  try {
    await queue.addBulk(await createJobs(sandbox, jobs));
    processes.push(...Array.from({ length: WORKERS }, start));

    const killWorker = async (time: number) => {
      await kill(processes[time % WORKERS]);
      processes[time % WORKERS] = start();
    };
    const killRedis = async () => {
      await redis.kill();
      await redis.restart();
    };
    const strike = async (time: number) => {
      const operationId = time % 2 ? 'capturePayment' : 'refundPayment';
      sandbox.faults.inject({
        ...(FAULTS[time % FAULTS.length] as Fault),
        operationId,
        times: 1 + (time % 4),
      });
    };
    await disturb(queue, jobs, [
      ...spread(counts.kills, killWorker),
      ...spread(counts.outages, killRedis),
      ...spread(counts.faults, strike),
    ]);
    const ended = await queue.getJobs(['completed', 'failed']);
    return { ...checkLedger(sandbox, ended), ...counts, ms: Date.now() - started };
  } finally {
    await Promise.all(processes.map(kill));
    await queue.close();
    await Promise.all([api.close(), redis.stop(), folder.remove()]);
  }
}

interface NewJob {
  readonly name: string;
  readonly data: PaymentJob;
  readonly opts: { readonly jobId: string };
}

/** Creates the payments, and two jobs for each. */
export async function createJobs(sandbox: Sandbox, count: number): Promise<NewJob[]> {
  const lddpay = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  const jobs: NewJob[] = [];
  for (let index = 0; jobs.length < count; index += 1) {
    const operation = index % 2 ? 'capture' : 'refund';
    const isRefused = index % 10 === 9;
    const { id: paymentId } = await lddpay.requestPayment({
      amount: 1000,
      currency: 'USD',
      source: CARD,
      reference: `ORD-${index}`,
      capture: operation === 'refund',
    });
    if (isRefused) await lddpay.voidPayment(paymentId);
    const data: PaymentJob =
      operation === 'capture'
        ? { paymentId, capture: { amount: 400, capture_type: 'NonFinal' } }
        : {
            paymentId,
            refund: { refund_amount: 300, refund_currency: 'USD', pnm_payment_identifier: '3141592653' },
          };
    for (const part of ['1', '2']) {
      jobs.push({
        name: operation,
        data,
        opts: { jobId: `ORD-${index}-${operation}-${part}${isRefused ? '-refused' : ''}` },
      });
    }
  }
  return jobs.slice(0, count);
}

/**
 * Starts a worker process: the queue, or a worker that is soon known to be dead.
 *
 * @param program The arguments of `node`.
 */
export function startWorkerProcess(
  program: readonly string[],
  { credentials }: Sandbox,
  apiUrl: string,
  redisUrl: string,
): ChildProcess {
  const env = {
    ...process.env,
    REDIS_URL: redisUrl,
    LDDPAY_BASE_URL: apiUrl,
    LDDPAY_CLIENT_ID: credentials.clientId,
    LDDPAY_CLIENT_SECRET: credentials.clientSecret,
    LDDPAY_SCOPE: credentials.scope,
    LDDPAY_SITE_IDENTIFIER: credentials.signing.siteIdentifier,
    LDDPAY_SIGNING_SECRET: credentials.signing.secret,
  };
  return spawn(process.execPath, program, {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

export async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Something that happens once a part of the jobs is finished. */
interface Disturbance {
  /** From 0 to 1. */
  readonly progress: number;
  happen(): Promise<void>;
}

function spread(count: number, happen: (time: number) => Promise<void>): Disturbance[] {
  return Array.from({ length: count }, (_, time) => ({
    progress: (time + 0.5) / count,
    happen: () => happen(time),
  }));
}

/** Lets the disturbances happen while the jobs run, and waits for the jobs. */
async function disturb(queue: Queue, jobs: number, disturbances: readonly Disturbance[]): Promise<void> {
  const due = disturbances.toSorted((one, other) => one.progress - other.progress);
  let finished = 0;
  for (let idle = 0; finished < jobs; idle += 1) {
    if (idle > MAX_IDLE_ROUNDS) throw new Error(`Stopped after ${finished} of ${jobs} jobs.`);
    await sleep(ROUND);
    const before = finished;
    finished = await queue.getJobCountByTypes('completed', 'failed');
    if (finished > before) idle = 0;
    while (due[0] && due[0].progress * jobs <= finished) await due.shift()?.happen();
  }
}

/** Compares what the jobs say with the ledger. */
function checkLedger(sandbox: Sandbox, jobs: readonly Job[]) {
  const done = jobs.filter((job) => job.returnvalue);
  const claims = done.map((job) => String(job.returnvalue));
  const effects = sandbox
    .ledger()
    .filter(({ type, amount }) => type === 'Refund' || (type === 'Capture' && amount === 400))
    .map(({ actionId }) => actionId);
  const isRefused = (job: Job) => job.id?.endsWith('-refused') ?? false;
  return {
    done: done.length,
    refused: jobs.filter((job) => job.failedReason).length,
    repeated: jobs.filter((job) => job.attemptsStarted > 1).length,
    unclaimed: effects.filter((id) => claims.filter((claim) => claim === id).length !== 1),
    wrong: jobs
      .filter((job) => (isRefused(job) ? !job.failedReason : !effects.includes(String(job.returnvalue))))
      .map((job) => `${job.id}: ${job.failedReason ?? job.returnvalue}`),
  };
}
