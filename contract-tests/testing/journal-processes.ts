import { type Client, type ClientOptions, createClient, type Fetch } from 'lddpay';
import { createJournal, type Journal, type JournalOptions, type Settlement } from 'lddpay/journal';
import { createSandbox, type Sandbox, type SandboxOptions } from 'lddpay-sandbox';
import { onTestFinished, vi } from 'vitest';
import { createTestStore, type TestStore } from './journal-setup.js';

export const BASE_URL = 'http://sandbox.test';

export const SECOND = 1_000;

/** A process: a client and a journal of its own, on the store and the API that all of them share. */
export interface Process {
  readonly lddpay: Client;
  readonly journal: Journal;
  /** Its connection to the store. What is changed here concerns this process alone. */
  readonly store: TestStore;
  /** Resolves when it dies. */
  readonly died: Promise<void>;
}

export interface ProcessOptions {
  /** How its requests reach the API; by default they do. */
  readonly fetch?: Fetch;
  /** When it dies: before its first write reaches the API, or after that took effect. A dead process never goes on. */
  readonly dies?: 'before its write' | 'in its write';
  /** What happens while its first look is on the way to the API, and while the response is on the way back. */
  readonly beforeLook?: () => unknown;
  readonly afterLook?: () => unknown;
  /** What happens while its first write is on the way to the API. */
  readonly beforeWrite?: () => unknown;
  readonly client?: Partial<ClientOptions>;
  readonly journal?: Partial<JournalOptions>;
}

export interface Processes {
  readonly sandbox: Sandbox;
  /** What the store of all processes holds. */
  readonly items: Map<string, string>;
  /** Starts a process. */
  start(options?: ProcessOptions): Process;
  /** Lets time pass, on the API and on all machines. */
  wait(ms: number): void;
  /** Lets time pass while all machines sleep: their monotonic clock stands still. */
  sleep(ms: number): void;
  /** The effects in the ledger of an amount. */
  effects(amount: number): string[];
}

/** Sets up an API and a store for processes. Nothing is known of a process that starts, not even its token. */
export function setUpProcesses(options: SandboxOptions = {}): Processes {
  const { wait, sleep } = moveClocks();
  const sandbox = createSandbox({ seed: 1, now: () => Date.now(), ...options });
  const shared = createTestStore();

  const start = (given: ProcessOptions = {}) => {
    const { fetch = sandbox.fetch, client, journal } = given;
    const beforeLook = once(given.beforeLook);
    const afterLook = once(given.afterLook);
    const beforeWrite = once(given.beforeWrite);
    const store = { ...shared };
    const death = createGate();
    const lddpay = createClient({
      baseUrl: BASE_URL,
      ...sandbox.credentials,
      maxRetries: 0,
      fetch: async (url, init) => {
        if (isLook(url)) await beforeLook();
        if (isWrite(url, init)) await beforeWrite();
        const isLast = isWrite(url, init) && given.dies;
        const response = isLast === 'before its write' ? undefined : await fetch(url, init);
        if (isLook(url)) await afterLook();
        if (response && !isLast) return response;
        death.open();
        return new Promise(() => {});
      },
      ...client,
    });
    return { lddpay, journal: createJournal(lddpay, { store, ...journal }), store, died: death.opened };
  };

  return {
    sandbox,
    items: shared.items,
    start,
    wait,
    sleep,
    effects: (amount) =>
      sandbox
        .ledger()
        .filter((entry) => entry.amount === amount)
        .map(({ type }) => type),
  };
}

/** Whether a request is a write. */
export function isWrite(url: string, init: { readonly method?: string | undefined } | undefined): boolean {
  return init?.method === 'POST' && !/connect\/token|search/.test(url);
}

/** Whether a request looks for an effect. */
export function isLook(url: string): boolean {
  return /\/actions$|[?&]reference=(?!none)/.test(url);
}

/** A connection on which nothing arrives. */
export const offline: Fetch = () => Promise.reject(new TypeError('fetch failed'));

/** Returns a connection on which writes are lost, and all else arrives. */
export function losingWrites(fetch: Fetch): Fetch {
  return (url, init) => (isWrite(url, init) ? offline(url, init) : fetch(url, init));
}

/** A gate at which something waits until it is opened. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Says of a settlement what a caller does next, in a few words. */
export function stateOf(settlement: Settlement): string {
  if (settlement.state !== 'open') return settlement.state;
  return settlement.tryAfterMs === Number.POSITIVE_INFINITY ? 'open for a person' : 'open';
}

/** Returns a function that acts when it is called for the first time. */
function once(action: (() => unknown) | undefined): () => unknown {
  let hasRun = false;
  return () => {
    if (hasRun) return undefined;
    hasRun = true;
    return action?.();
  };
}

/** Returns functions that move the clocks of this machine, until the test ends. */
function moveClocks(): Pick<Processes, 'wait' | 'sleep'> {
  const moveDate = moveClock(Date);
  const moveMonotonic = moveClock(performance);
  return {
    wait(ms) {
      moveDate(ms);
      moveMonotonic(ms);
    },
    sleep: moveDate,
  };
}

function moveClock(clock: { now(): number }): (ms: number) => void {
  let moved = 0;
  const now = clock.now.bind(clock);
  const spy = vi.spyOn(clock, 'now').mockImplementation(() => now() + moved);
  onTestFinished(() => spy.mockRestore());
  return (ms) => {
    moved += ms;
  };
}
