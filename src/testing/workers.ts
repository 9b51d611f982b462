import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { bundlePrograms } from '../../scripts/lib/bundle-programs.js';
import { withTemporaryFolder } from '../../scripts/lib/interruption.js';
import type { StoreKind } from './redis-store.js';

/** The calls that a worker makes. */
export interface WorkerTask {
  readonly baseUrl: string;
  readonly redisUrl: string;
  readonly kind: StoreKind;
  /** How many calls to make at once. */
  readonly calls: number;
}

/** What became of the calls of a task. */
export interface WorkerResult {
  readonly succeeded: number;
  readonly failures: readonly string[];
  /** The problems that events reported. */
  readonly problems: readonly string[];
}

/** A process of an application that shares its tokens with others. */
export interface Worker {
  run(task: WorkerTask): Promise<WorkerResult>;
  stop(): Promise<void>;
}

/**
 * Starts workers and waits until they are ready: loading takes far longer than the calls, so workers that load
 * after they got their task would never call at the same instant.
 */
export function startWorkers(count: number): Promise<readonly Worker[]> {
  return withTemporaryFolder('lddpay-workers-', async (folder) => {
    const [program] = await bundlePrograms([new URL('worker.ts', import.meta.url)], folder);
    return Promise.all(Array.from({ length: count }, () => startWorker(program)));
  });
}

async function startWorker(program: string): Promise<Worker> {
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await nextMessage(child);
  return {
    run: async (task) => {
      child.send(task);
      return (await nextMessage(child)) as WorkerResult;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** Returns the next message of a process. Rejects when the process exits, so that no test waits for it. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`A worker exited with ${code}.`);
  });
  const [message] = await Promise.race([once(child, 'message'), exited]);
  return message;
}
