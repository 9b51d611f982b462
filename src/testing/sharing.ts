import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Kind } from './redis-store.js';

/** What a process is told to do. */
export interface Order {
  readonly baseUrl: string;
  readonly redisUrl: string;
  readonly kind: Kind;
  readonly calls: number;
}

/** What became of an order. */
export interface Report {
  readonly succeeded: number;
  readonly failures: readonly string[];
  /** The problems that events told of. */
  readonly problems: readonly string[];
}

export interface SharingProcess {
  run(order: Order): Promise<Report>;
  stop(): Promise<void>;
}

/**
 * Starts processes that are ready to take orders: loading takes far longer than the calls, so processes
 * that load after the starting signal would never call at the same instant.
 */
export function startProcesses(count: number): Promise<readonly SharingProcess[]> {
  return Promise.all(Array.from({ length: count }, startProcess));
}

async function startProcess(): Promise<SharingProcess> {
  const child = fork(new URL('sharing-process.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answerOf(child);
  return {
    run: async (order) => {
      child.send(order);
      return (await answerOf(child)) as Report;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** The next message of a process; fails when it ends instead, so that no test waits for the dead. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the test ended with ${code}.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}
