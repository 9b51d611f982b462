import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerEntry } from 'lddpay-sandbox';
import { withTemporaryFolder } from '../lib/interruption.js';
import type { Progress } from '../lib/progress.js';
import { composeReport } from './compose-report.js';
import { type CampaignProxy, startProxy } from './faults/proxy.js';
import { type RedisProcess, redisInstalled, startRedis } from './faults/redis-process.js';
import { type SandboxProcess, startSandbox } from './faults/sandbox-process.js';
import { createStriker, type Striker } from './faults/striker.js';
import { type Incident, planIncidents } from './incidents.js';
import { MERCHANTS } from './merchants/merchants.js';
import type { CampaignOptions } from './options.js';
import { createRandom, drawInteger, type Random } from './orders/random.js';
import { CREDENTIALS } from './orders/secrets.js';
import { type Programs, withPrograms } from './programs.js';
import type { CampaignReport } from './report.js';
import type { Phase } from './worker/advance.js';
import type { WorkerMessage, WorkerSettings } from './worker/messages.js';
import { conditionsOf } from './worker/worker-conditions.js';
import { WorkerProcess } from './worker/worker-process.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The time before each phase, in ms. Keys live for 24 hours, and authorizations for 7 days. */
const PHASES: readonly { readonly pause: number; readonly isQuiet: boolean }[] = [
  { pause: 0, isQuiet: false },
  { pause: 10 * MINUTE, isQuiet: false },
  { pause: 26 * HOUR, isQuiet: false },
  { pause: 10 * MINUTE, isQuiet: true },
  { pause: 26 * HOUR, isQuiet: true },
  { pause: 10 * MINUTE, isQuiet: true },
];

/** The time after the last phase until what can be tried again was, in ms: a day after it was declined. */
const UNTIL_RETRIED = 26 * HOUR;

/** How long the faults of the sandbox delay a request at most, in ms of real time. */
const LATEST_EXECUTION = 1_000;

/** How often faults are removed that wait for a request to strike, in ms. They would strike many at once. */
const SWEEP_INTERVAL = 250;

/** How often a phase reports how far it is, in ms. */
const PROGRESS_INTERVAL = 10_000;

/** How far a clock jumps at most, in ms: that of a worker in either direction, that of the API only forward. */
const LONGEST_JUMP = { worker: 30 * HOUR, api: 30_000 };

/** The folders of the stores. */
const STORES = ['journal', 'tokens'];

/**
 * Runs a campaign and returns what became of the payments.
 *
 * @throws {Error} When the merchant needs a Redis server, and this machine has none.
 */
export async function runCampaign(options: CampaignOptions, progress: Progress): Promise<CampaignReport> {
  if (MERCHANTS[options.merchant].needsStore && !redisInstalled)
    throw new Error(
      `The merchant '${options.merchant}' needs redis-server. Install it: apt-get install redis-server`,
    );
  return withPrograms((programs) => runPrograms(programs, options, progress));
}

/**
 * Runs a campaign whose processes run these programs.
 *
 * @throws {Error} When a process ends by itself, or cannot be controlled.
 */
export function runPrograms(
  programs: Programs,
  options: CampaignOptions,
  progress: Progress,
): Promise<CampaignReport> {
  return withTemporaryFolder('lddpay-campaign-', async (folder) => {
    const campaign = new Campaign(options, programs, folder, progress);
    try {
      return await campaign.run();
    } finally {
      await campaign.stop();
    }
  });
}

/** The processes of a campaign, and how far it is. */
class Campaign {
  readonly #options: CampaignOptions;
  readonly #programs: Programs;
  readonly #folder: string;
  readonly #progress: Progress;
  readonly #workers: WorkerProcess[] = [];
  readonly #started = performance.now();
  #sandbox: SandboxProcess | undefined;
  #proxy: CampaignProxy | undefined;
  /** That of the journals, and that of the tokens. */
  #stores: readonly RedisProcess[] = [];
  #phase: Phase = { number: 0, offset: 0, isQuiet: false };
  #calls = 0;
  #striker: Striker | undefined;
  /** The orders that advanced in this phase, and those with which nothing is left to do. */
  readonly #advanced = new Set<string>();
  readonly #finished = new Set<string>();
  readonly #through = new Set<number>();
  readonly #incidents: Record<Incident['kind'], number> = {
    kill: 0,
    'api outage': 0,
    'store outage': 0,
    'clock jump': 0,
  };
  /** Is called after each message. */
  #onChange: () => void = () => {};
  /** The incident that is happening. */
  #happening: Promise<void> | undefined;
  #fail: (failure: Error) => void = () => {};
  /** Rejects with what first went wrong in a process, whenever that is. */
  readonly #failed = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  constructor(options: CampaignOptions, programs: Programs, folder: string, progress: Progress) {
    this.#options = options;
    this.#programs = programs;
    this.#folder = folder;
    this.#progress = progress;
  }

  async run(): Promise<CampaignReport> {
    const ledger = await Promise.race([this.#failed, this.#runPhases()]);
    await this.stop();
    return composeReport({
      folder: this.#folder,
      books: this.#workers.map((_, slot) => this.#bookFile(slot)),
      outputs: this.#workers.map((_, slot) => this.#outputFile(slot)),
      ledger,
      lastPhase: PHASES.length - 1,
      figures: {
        options: this.#options,
        incidents: this.#incidents,
        calls: this.#calls,
        ...(this.#striker?.counts ?? { requests: 0, struck: 0 }),
        seconds: (performance.now() - this.#started) / 1000,
      },
    });
  }

  async stop(): Promise<void> {
    // An incident that goes on may start a process.
    this.#onChange = () => {};
    await this.#happening;
    await Promise.all(this.#workers.map((worker) => worker.stop()));
    await this.#proxy?.close();
    await this.#sandbox?.stop();
    await Promise.all(this.#stores.map((store) => store.stop()));
    this.#sandbox = undefined;
    this.#proxy = undefined;
  }

  /** Starts the processes, goes through all phases and returns the ledger. */
  async #runPhases(): Promise<readonly LedgerEntry[]> {
    const { seed, kills, outages, merchant, strictKeys } = this.#options;
    const settings = { ...CREDENTIALS, ...(strictKeys && { strictKeys }) };
    this.#sandbox = await startSandbox(this.#programs.sandbox, settings, join(this.#folder, 'sandbox.log'));
    this.#striker = createStriker(this.#sandbox, this.#options, () => this.#phase.isQuiet, this.#fail);
    this.#proxy = await startProxy(this.#sandbox.url, this.#striker.strike);
    const { needsStore } = MERCHANTS[merchant];
    if (needsStore)
      this.#stores = await Promise.all(STORES.map((name) => startRedis(join(this.#folder, name))));
    await this.#startWorkers(this.#proxy.url);
    const incidents = planIncidents(seed, {
      kill: kills,
      'api outage': outages,
      'store outage': needsStore ? outages : 0,
      'clock jump': kills,
    });
    for (const [number, { pause, isQuiet }] of PHASES.entries()) {
      if (pause > 0) {
        await this.#proxy.delivered();
        await wait(LATEST_EXECUTION);
        await this.#sandbox.advanceClock(pause);
      }
      if (isQuiet) await this.#sandbox.clearFaults();
      this.#phase = { number, offset: this.#phase.offset + pause, isQuiet };
      await this.#runPhase(incidents.filter(({ phase }) => phase === number));
    }
    // Only then the ledger shows which retries were cancelled: it has the charges of all others.
    await this.#sandbox.advanceClock(UNTIL_RETRIED);
    return this.#sandbox.readLedger();
  }

  async #startWorkers(baseUrl: string): Promise<void> {
    const { workers, seed, lives, merchant, struck } = this.#options;
    const [journal, tokens] = this.#stores;
    const startedAt = Date.now();
    for (let slot = 0; slot < workers; slot += 1) {
      const bookFile = this.#bookFile(slot);
      const settings: WorkerSettings = {
        slot,
        workers,
        seed,
        lives,
        merchant,
        baseUrl,
        stores: journal && tokens && { journal: journal.url, tokens: tokens.url },
        bookFile,
        ...conditionsOf(slot, startedAt, struck > 0),
      };
      const worker = new WorkerProcess(
        this.#programs.worker,
        settings,
        this.#outputFile(slot),
        (message) => this.#receive(slot, message),
        this.#fail,
      );
      this.#workers.push(worker);
    }
    await Promise.all(this.#workers.map((worker) => worker.start()));
  }

  #receive(slot: number, message: WorkerMessage): void {
    if (message.type === 'through') this.#through.add(slot);
    if (message.type === 'advanced') {
      const { order, isFinished, calls } = message;
      this.#calls += calls;
      this.#advanced.add(order);
      if (isFinished) this.#finished.add(order);
    }
    this.#onChange();
  }

  /** Begins a phase and waits until all workers are through. Incidents happen on the way, one after another. */
  async #runPhase(incidents: readonly Incident[]): Promise<void> {
    const { lives } = this.#options;
    const before = this.#finished.size;
    const due = [...incidents].sort((one, other) => one.after - other.after);
    this.#advanced.clear();
    this.#through.clear();
    const sweep = () => void this.#sandbox?.clearFaults().catch(this.#fail);
    const sweeper = setInterval(sweep, SWEEP_INTERVAL);
    const reporter = setInterval(
      () => this.#print(`${this.#advanced.size} of ${lives} lives`),
      PROGRESS_INTERVAL,
    );
    const through = new Promise<void>((resolve) => {
      this.#onChange = () => {
        const share = (this.#advanced.size + 1) / (lives + 1);
        const next = this.#happening ? undefined : due.find(({ after }) => after <= share);
        if (next) {
          due.splice(due.indexOf(next), 1);
          this.#happening = this.#happen(next).then(() => {
            this.#happening = undefined;
            this.#onChange();
          }, this.#fail);
        }
        if (!this.#happening && this.#through.size === this.#workers.length) resolve();
      };
      for (const worker of this.#workers) worker.beginPhase(this.#phase);
    });
    await Promise.race([this.#failed, through]).finally(() => {
      clearInterval(sweeper);
      clearInterval(reporter);
    });
    this.#print(`${this.#finished.size - before} of ${lives - before} lives came to an end`);
  }

  /** Reports how far the phase is. */
  #print(state: string): void {
    const { number, isQuiet } = this.#phase;
    const phase = `phase ${number + 1} of ${PHASES.length}${isQuiet ? ', without faults' : ''}`;
    this.#progress(`${phase}: ${state}, ${Math.round((performance.now() - this.#started) / 1000)} s`);
  }

  async #happen({ kind, phase, after }: Incident): Promise<void> {
    const random = createRandom(this.#options.seed, `${kind} ${phase} ${after}`);
    const slot = drawInteger(random, 0, this.#workers.length - 1);
    this.#incidents[kind] += 1;
    switch (kind) {
      case 'kill':
        this.#through.delete(slot);
        await this.#workers[slot]?.replace();
        return;
      case 'clock jump':
        await this.#jump(slot, random);
        return;
      case 'api outage':
        await this.#proxy?.refuse();
        await wait(drawInteger(random, 500, 1_500));
        await this.#proxy?.restore();
        return;
      case 'store outage':
        await Promise.all(this.#stores.map((store) => store.stop()));
        await wait(drawInteger(random, 500, 1_500));
        await Promise.all(this.#stores.map((store) => store.start()));
    }
  }

  /** Sets the clock of a worker, or at times that of the API. */
  async #jump(slot: number, random: Random): Promise<void> {
    const { worker, api } = LONGEST_JUMP;
    const isApi = random() < 0.3;
    const ms = isApi ? drawInteger(random, 1, api) : drawInteger(random, -worker, worker);
    if (isApi) {
      await this.#sandbox?.advanceClock(ms);
      this.#phase = { ...this.#phase, offset: this.#phase.offset + ms };
    }
    for (const [number, one] of this.#workers.entries())
      one.moveClocks(this.#phase.offset, !isApi && number === slot ? ms : 0);
  }

  #outputFile(slot: number): string {
    return join(this.#folder, `output-${slot}.log`);
  }

  #bookFile(slot: number): string {
    return join(this.#folder, `book-${slot}.jsonl`);
  }
}
