import { join } from 'node:path';
import { type CampaignProxy, startProxy } from './faults/proxy.js';
import { type RedisProcess, startRedis } from './faults/redis-process.js';
import { type SandboxProcess, startSandbox } from './faults/sandbox-process.js';
import { createStriker, type Striker } from './faults/striker.js';
import { MERCHANTS } from './merchants/merchants.js';
import type { CampaignOptions } from './options.js';
import { CREDENTIALS } from './orders/secrets.js';
import type { Programs } from './programs.js';
import type { WorkerMessage } from './worker/messages.js';
import { conditionsOf } from './worker/worker-conditions.js';
import { WorkerProcess } from './worker/worker-process.js';

/** The folders of the stores. */
const STORES = ['journal', 'tokens'];

/** The processes of a campaign, with what stands between them. */
export interface CampaignProcesses {
  readonly sandbox: SandboxProcess;
  readonly proxy: CampaignProxy;
  readonly striker: Striker;
  /** That of the journals, and that of the tokens; none for a merchant that needs no store. */
  readonly stores: readonly RedisProcess[];
  readonly workers: readonly WorkerProcess[];
}

/** What the processes ask and tell the campaign. */
export interface ProcessHandlers {
  /** Whether nothing strikes now. */
  readonly isQuiet: () => boolean;
  /** Is called with each message of a worker. */
  readonly onMessage: (slot: number, message: WorkerMessage) => void;
  /** Is called when a process ends by itself, or cannot be controlled. */
  readonly onFailure: (failure: Error) => void;
}

/**
 * Starts the processes of a campaign, and stops them once they were used.
 *
 * @param folder Where they keep their files.
 */
export async function withProcesses<Value>(
  programs: Programs,
  options: CampaignOptions,
  folder: string,
  handlers: ProcessHandlers,
  use: (processes: CampaignProcesses) => Promise<Value>,
): Promise<Value> {
  const { merchant, strictKeys } = options;
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const settings = { ...CREDENTIALS, ...(strictKeys && { strictKeys }) };
    const sandbox = await startSandbox(programs.sandbox, settings, join(folder, 'sandbox.log'));
    stops.push(() => sandbox.stop());
    const striker = createStriker(sandbox, options, handlers.isQuiet, handlers.onFailure);
    const proxy = await startProxy(sandbox.url, striker.strike);
    stops.push(() => proxy.close());
    const names = MERCHANTS[merchant].needsStore ? STORES : [];
    const stores = await Promise.all(names.map((name) => startRedis(join(folder, name))));
    stops.push(() => Promise.all(stores.map((store) => store.stop())));
    const workers = createWorkers(programs.worker, options, folder, proxy.url, stores, handlers);
    stops.push(() => Promise.all(workers.map((worker) => worker.stop())));
    await Promise.all(workers.map((worker) => worker.start()));
    return await use({ sandbox, proxy, striker, stores, workers });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function createWorkers(
  program: string,
  { workers, seed, lives, merchant, struck }: CampaignOptions,
  folder: string,
  baseUrl: string,
  [journal, tokens]: readonly RedisProcess[],
  { onMessage, onFailure }: ProcessHandlers,
): WorkerProcess[] {
  const startedAt = Date.now();
  const stores = journal && tokens && { journal: journal.url, tokens: tokens.url };
  const common = { workers, seed, lives, merchant, baseUrl, stores };
  return Array.from({ length: workers }, (_, slot) => {
    const bookFile = bookFileOf(folder, slot);
    const settings = { slot, ...common, bookFile, ...conditionsOf(slot, startedAt, struck > 0) };
    const output = outputFileOf(folder, slot);
    return new WorkerProcess(program, settings, output, (message) => onMessage(slot, message), onFailure);
  });
}

/** Returns where a worker keeps its book. */
export function bookFileOf(folder: string, slot: number): string {
  return join(folder, `book-${slot}.jsonl`);
}

/** Returns the file with what a worker wrote. */
export function outputFileOf(folder: string, slot: number): string {
  return join(folder, `output-${slot}.log`);
}
