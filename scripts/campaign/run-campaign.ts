import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerEntry } from 'lddpay-sandbox';
import { withTemporaryFolder } from '../lib/interruption.js';
import type { Progress } from '../lib/progress.js';
import {
  bookFileOf,
  type CampaignProcesses,
  outputFileOf,
  type ProcessHandlers,
  withProcesses,
} from './campaign-processes.js';
import { type CampaignFigures, composeReport } from './compose-report.js';
import { redisInstalled } from './faults/redis-process.js';
import type { Striker } from './faults/striker.js';
import { type Incident, planIncidents } from './incidents.js';
import { MERCHANTS } from './merchants/merchants.js';
import type { CampaignOptions } from './options.js';
import { createRandom, drawInteger, type Random } from './orders/random.js';
import { type Programs, withPrograms } from './programs.js';
import type { CampaignReport } from './report.js';
import type { Phase } from './worker/advance.js';
import type { WorkerMessage } from './worker/messages.js';

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
    const campaign = new Campaign(options, progress);
    const ledger = await withProcesses(programs, options, folder, campaign, (processes) =>
      campaign.run(processes),
    );
    const slots = Array.from({ length: options.workers }, (_, slot) => slot);
    return composeReport({
      folder,
      books: slots.map((slot) => bookFileOf(folder, slot)),
      outputs: slots.map((slot) => outputFileOf(folder, slot)),
      ledger,
      lastPhase: PHASES.length - 1,
      figures: campaign.figures(),
    });
  });
}

/** The course of a campaign: its phases, the incidents in them, and how far it is. */
class Campaign implements ProcessHandlers {
  readonly #options: CampaignOptions;
  readonly #progress: Progress;
  readonly #started = performance.now();
  #phase: Phase = { number: 0, offset: 0, isQuiet: false };
  #calls = 0;
  #counts: Striker['counts'] = { requests: 0, struck: 0 };
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

  constructor(options: CampaignOptions, progress: Progress) {
    this.#options = options;
    this.#progress = progress;
    // Where a process fails before the phases, its start rejects with that.
    this.#failed.catch(() => {});
  }

  readonly isQuiet = () => this.#phase.isQuiet;

  readonly onFailure = (failure: Error) => this.#fail(failure);

  readonly onMessage = (slot: number, message: WorkerMessage) => {
    if (message.type === 'through') this.#through.add(slot);
    if (message.type === 'advanced') {
      const { order, isFinished, calls } = message;
      this.#calls += calls;
      this.#advanced.add(order);
      if (isFinished) this.#finished.add(order);
    }
    this.#onChange();
  };

  /** Goes through all phases and returns the ledger. */
  async run(processes: CampaignProcesses): Promise<readonly LedgerEntry[]> {
    this.#counts = processes.striker.counts;
    try {
      return await Promise.race([this.#failed, this.#runPhases(processes)]);
    } finally {
      // An incident that goes on may start a process.
      this.#onChange = () => {};
      await this.#happening;
    }
  }

  figures(): CampaignFigures {
    return {
      options: this.#options,
      incidents: this.#incidents,
      calls: this.#calls,
      ...this.#counts,
      seconds: (performance.now() - this.#started) / 1000,
    };
  }

  async #runPhases(processes: CampaignProcesses): Promise<readonly LedgerEntry[]> {
    const { seed, kills, outages } = this.#options;
    const { sandbox, proxy, stores } = processes;
    const incidents = planIncidents(seed, {
      kill: kills,
      'api outage': outages,
      'store outage': stores.length > 0 ? outages : 0,
      'clock jump': kills,
    });
    for (const [number, { pause, isQuiet }] of PHASES.entries()) {
      if (pause > 0) {
        await proxy.delivered();
        await wait(LATEST_EXECUTION);
        await sandbox.advanceClock(pause);
      }
      if (isQuiet) await sandbox.clearFaults();
      this.#phase = { number, offset: this.#phase.offset + pause, isQuiet };
      await this.#runPhase(
        processes,
        incidents.filter(({ phase }) => phase === number),
      );
    }
    // Only then the ledger shows which retries were cancelled: it has the charges of all others.
    await sandbox.advanceClock(UNTIL_RETRIED);
    return sandbox.readLedger();
  }

  /** Begins a phase and waits until all workers are through. Incidents happen on the way, one after another. */
  async #runPhase(processes: CampaignProcesses, incidents: readonly Incident[]): Promise<void> {
    const { sandbox, workers } = processes;
    const { lives } = this.#options;
    const before = this.#finished.size;
    const due = [...incidents].sort((one, other) => one.after - other.after);
    this.#advanced.clear();
    this.#through.clear();
    const sweep = () => void sandbox.clearFaults().catch(this.#fail);
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
          this.#happening = this.#happen(processes, next).then(() => {
            this.#happening = undefined;
            this.#onChange();
          }, this.#fail);
        }
        if (!this.#happening && this.#through.size === workers.length) resolve();
      };
      for (const worker of workers) worker.beginPhase(this.#phase);
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

  async #happen(processes: CampaignProcesses, { kind, phase, after }: Incident): Promise<void> {
    const { proxy, stores, workers } = processes;
    const random = createRandom(this.#options.seed, `${kind} ${phase} ${after}`);
    const slot = drawInteger(random, 0, workers.length - 1);
    this.#incidents[kind] += 1;
    switch (kind) {
      case 'kill':
        this.#through.delete(slot);
        await workers[slot]?.replace();
        return;
      case 'clock jump':
        await this.#jump(processes, slot, random);
        return;
      case 'api outage':
        await proxy.refuse();
        await wait(drawInteger(random, 500, 1_500));
        await proxy.restore();
        return;
      case 'store outage':
        await Promise.all(stores.map((store) => store.stop()));
        await wait(drawInteger(random, 500, 1_500));
        await Promise.all(stores.map((store) => store.start()));
    }
  }

  /** Sets the clock of a worker, or at times that of the API. */
  async #jump({ sandbox, workers }: CampaignProcesses, slot: number, random: Random): Promise<void> {
    const { worker, api } = LONGEST_JUMP;
    const isApi = random() < 0.3;
    const ms = isApi ? drawInteger(random, 1, api) : drawInteger(random, -worker, worker);
    if (isApi) {
      await sandbox.advanceClock(ms);
      this.#phase = { ...this.#phase, offset: this.#phase.offset + ms };
    }
    for (const [number, one] of workers.entries())
      one.moveClocks(this.#phase.offset, !isApi && number === slot ? ms : 0);
  }
}
