import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded } from '../../lib/interruption.js';
import type { Mutant, MutantResult } from './mutant.js';
import type { ScratchCopy } from './scratch-copy.js';

/** Sent by a worker: a result with the CPU time that it took in ms, or why the worker cannot go on. */
export type WorkerMessage = (MutantResult & { readonly cpu: number }) | { readonly error: string };

/** Settings of the workers, each a process. */
export interface PoolOptions {
  /** The module that a worker runs. It receives the path of its copy. */
  readonly module: URL;
  /** The options of Node. @default those of this process */
  readonly execArgv?: string[];
  readonly workers: number;
  /** How many mutants a worker receives at once. */
  readonly batchSize: number;
  readonly createCopy: () => Promise<ScratchCopy>;
  /** Ends the pool: its workers are stopped, their copies removed, and its promise rejects with the reason. */
  readonly signal?: AbortSignal;
  readonly onResult: (result: MutantResult) => void;
}

/** How often a mutant may end its worker before that counts as noticed. */
const ATTEMPTS = 2;

/**
 * Has workers check mutants. A worker that ends is replaced, with a copy of its own, and the next one goes on with
 * the rest of its batch.
 *
 * @returns The CPU time that the checks took, in s.
 * @throws {Error} When a worker cannot start, or cannot check, or when `signal` ends it.
 */
export async function runPool(mutants: readonly Mutant[], options: PoolOptions): Promise<number> {
  const { batchSize, workers, signal } = options;
  const batches = Array.from({ length: Math.ceil(mutants.length / batchSize) }, (_, index) =>
    mutants.slice(index * batchSize, (index + 1) * batchSize),
  );
  const running = new Set<Worker>();
  let cpu = 0;
  let isOver = false;
  const lanes = Array.from({ length: Math.min(workers, batches.length) }, runLane);
  try {
    await Promise.race([Promise.all(lanes), ...(signal ? [rejectOnAbort(signal)] : [])]);
  } finally {
    isOver = true;
    await Promise.all([...running].map(stopWorker));
    // One that has just started a worker stops it.
    await Promise.allSettled(lanes);
  }
  return cpu / 1000;

  async function runLane(): Promise<void> {
    let worker: Worker | undefined;
    let attempts = 0;
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      for (let left = batch; left.length > 0; ) {
        worker ??= await startWorker();
        if (isOver) return stopWorker(worker);
        const rest = await checkBatch(worker, left);
        if (isOver) return;
        const [first] = rest;
        attempts = first && first === left[0] ? attempts + 1 : 1;
        left = rest;
        if (!first) continue;
        await stopWorker(worker);
        worker = undefined;
        if (attempts < ATTEMPTS) continue;
        const { name, mutator } = first;
        options.onResult({ name, mutator, killedBy: 'crash', detail: 'ended the process of its tests' });
        left = rest.slice(1);
      }
    }
  }

  async function startWorker(): Promise<Worker> {
    const copy = await options.createCopy();
    const child = fork(options.module, [copy.root], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A test in a thread cannot set the zone, and in UTC it misses what forgets the zone.
      env: { ...process.env, TZ: 'America/St_Johns' },
      ...(options.execArgv && { execArgv: options.execArgv }),
    });
    const worker = { child, copy };
    running.add(worker);
    const ready = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
    if (!ready) throw new Error('A worker could not start.');
    return worker;
  }

  async function stopWorker(worker: Worker): Promise<void> {
    const { child, copy } = worker;
    running.delete(worker);
    if (!hasEnded(child)) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await copy.remove();
  }

  /** Returns the mutants without a result: those from the one on that ended the worker. */
  async function checkBatch({ child }: Worker, batch: readonly Mutant[]): Promise<Mutant[]> {
    const left = [...batch];
    return new Promise((resolve, reject) => {
      const finish = () => {
        child.off('message', receive).off('exit', finish);
        resolve(left);
      };
      const receive = (message: WorkerMessage) => {
        if ('error' in message) return reject(new Error(message.error));
        const { cpu: taken, ...result } = message;
        cpu += taken;
        left.splice(
          left.findIndex(({ name }) => name === result.name),
          1,
        );
        options.onResult(result);
        if (left.length === 0) finish();
      };
      child.on('message', receive).on('exit', finish);
      child.send(batch);
    });
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

interface Worker {
  readonly child: ChildProcess;
  readonly copy: ScratchCopy;
}
