import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { createClient, type Fetch } from 'lddpay';
import { createJournal, type Journal, type JournalStore } from 'lddpay/journal';
import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { onTestFinished, vi } from 'vitest';
import { BASE_URL } from '../../testing/journal-processes.js';
import { MINUTE } from '../../testing/journal-setup.js';

/** How long a request can take to arrive, in ms: less than the `quiet` of a journal. */
const LONGEST_WAY = 2 * MINUTE;

/** A life of keys in ms of which the journal knows, but not the client, whose one attempt can take longer. */
const SHORT_LIFE = 10 * MINUTE;
const LONG_CALLS = { maxRetries: 1, attemptTimeout: 11 * MINUTE, deadline: 15 * MINUTE };

/** By how much the first date is slow of a process on the second machine, in ms. */
const SLOWNESS = 8 * MINUTE;

/** What goes by where a process waits for a timer, in ms. */
const PAUSE = 250;

/** Where a process waits for the world: for its store, for the arrival of a request, or for a response. */
interface Point {
  readonly isOfStore: boolean;
  /** Does what the process waits for, but does not tell it. */
  readonly act: () => unknown;
  /** Does it, and lets the process go on. */
  readonly pass: () => Promise<void>;
}

/** A process of the merchant. */
interface Process {
  readonly journal: Journal;
  isDead: boolean;
  /** How many calls are not over. */
  running: number;
}

/** Where one process runs after another. Requests of a process that died can still arrive. */
interface Machine {
  process?: Process | undefined;
  readonly points: Point[];
}

/** What holds for a whole simulation. */
export interface Conditions {
  readonly exclusive: boolean;
  /** Whether the API forgets keys sooner than the client believes. */
  readonly hasShortKeys: boolean;
  /** Whether the first response to a process can have a date that is slow. */
  readonly isFirstDateSlow: boolean;
}

/** Machines on one store, one sandbox and one clock, which do nothing by themselves. */
export interface Simulation {
  readonly sandbox: Sandbox;
  /** Returns the intents that the store has, with their idempotency keys. */
  intents(): { readonly name: string; readonly key: string }[];
  /** What work of processes that live has rejected with. */
  readonly failures: readonly unknown[];
  /** Lets the process of a machine begin something, and starts one where none runs. */
  begin(machine: number, work: (journal: Journal) => Promise<void>): Promise<void>;
  /**
   * Lets a process pass points.
   *
   * @param pick Which of the points at which it waits comes next, from the oldest on.
   */
  pass(machine: number, points: number, pick: number): Promise<void>;
  /** Lets all processes end what they have begun. */
  passAll(): Promise<void>;
  /** Ends a process: what it waits for never comes. */
  kill(machine: number): void;
  /**
   * Lets time pass everywhere.
   *
   * @param isStored Whether the store still does what processes wait for. It does not answer in time in any case.
   */
  wait(ms: number, isStored?: boolean): Promise<void>;
  /** Gives the processes that start from now on another access key, with idempotency keys of its own. */
  rotate(): void;
}

/** Makes clocks, timers and hashes do nothing by themselves, until the test ends. */
export function stopTheWorld(): void {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  // Those of the platform come from other threads, in any order.
  const end = (hash: Hash | Hmac, data: unknown) =>
    Uint8Array.from(hash.update(new Uint8Array(data as ArrayBuffer)).digest()).buffer;
  const { subtle } = crypto;
  const spies = [
    vi.spyOn(subtle, 'digest').mockImplementation(async (_, data) => end(createHash('sha256'), data)),
    vi.spyOn(subtle, 'importKey').mockImplementation(async (...args: unknown[]) => args[1] as CryptoKey),
    vi
      .spyOn(subtle, 'sign')
      .mockImplementation(async (_, key: unknown, data) =>
        end(createHmac('sha256', key as Uint8Array), data),
      ),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
}

/** Sets up machines without processes, on which nothing happens but what is asked for. */
export function simulateProcesses(
  count: number,
  { exclusive, hasShortKeys, isFirstDateSlow }: Conditions,
): Simulation {
  vi.clearAllTimers();
  vi.setSystemTime('2026-03-01T12:00:00Z');
  const keyLifetime = hasShortKeys ? { keyLifetime: SHORT_LIFE } : {};
  const limits = hasShortKeys ? LONG_CALLS : { maxRetries: 0 };
  const sandbox = createSandbox({ seed: 1, now: () => Date.now(), ...keyLifetime });
  const items = new Map<string, string>();
  const failures: unknown[] = [];
  const machines = Array.from({ length: count }, (): Machine => ({ points: [] }));
  const { clientId } = sandbox.credentials;
  let account = clientId;

  function start({ points }: Machine, isSlow: boolean): Process {
    let isFirst = true;
    const reach = <T>(isOfStore: boolean, act: () => T | Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const pass = async () => {
          const result = Promise.resolve().then(act);
          await result.catch(() => {});
          if (!process.isDead) result.then(resolve, reject);
        };
        if (!process.isDead) points.push({ isOfStore, act, pass });
      });
    const own = account;
    const fetch: Fetch = (url, init) => {
      const sentAt = Date.now();
      const send = () => {
        if (Date.now() - sentAt > LONGEST_WAY) throw new TypeError('fetch failed');
        const sent = own === clientId ? init : withOwnKeys(init, own, clientId);
        // What was sent arrives, although nobody waits for it.
        const received = sandbox.fetch(url, { ...sent, signal: null });
        const isDatedSlow = isSlow && isFirst;
        isFirst = false;
        return isDatedSlow ? received.then(dateSlow) : received;
      };
      const response = reach(false, send).then((result) => reach(false, () => result));
      return Promise.race([response, whenAborted(init?.signal)]);
    };
    const store: JournalStore = {
      getItem: (key) => reach(true, () => items.get(key) ?? null),
      setItem: (key, value) => reach(true, () => void items.set(key, value)),
      removeItem: (key) => reach(true, () => void items.delete(key)),
      getKeys: (base) => reach(true, () => [...items.keys()].filter((key) => key.startsWith(base))),
    };
    const credentials = { ...sandbox.credentials, clientId: own };
    const lddpay = createClient({ baseUrl: BASE_URL, ...credentials, ...limits, fetch });
    const formerAccounts = own === clientId ? [] : [{ baseUrl: BASE_URL, clientId }];
    const journal = createJournal(lddpay, { store, exclusive, formerAccounts, ...keyLifetime });
    const process: Process = { journal, isDead: false, running: 0 };
    return process;
  }

  const at = (index: number) => machines[index] as Machine;
  const isBusy = ({ points, process }: Machine) => points.length > 0 || (process?.running ?? 0) > 0;

  async function pass(index: number, count: number, pick: number): Promise<void> {
    const machine = at(index);
    for (let left = count; left > 0 && isBusy(machine); left -= 1) {
      const [point] = machine.points.splice(Math.min(pick, machine.points.length - 1), 1);
      if (point) await point.pass();
      else vi.advanceTimersByTime(PAUSE);
      await settle();
    }
  }

  return {
    sandbox,
    failures,
    intents: () => [...items].flatMap(([key, value]) => (key.includes(':intent:') ? JSON.parse(value) : [])),
    pass,
    async begin(index, work) {
      const machine = at(index);
      machine.process ??= start(machine, isFirstDateSlow && index === 1);
      const { process } = machine;
      process.running += 1;
      void work(process.journal)
        .catch((error) => process.isDead || failures.push(error))
        .finally(() => {
          process.running -= 1;
        });
      await settle();
    },
    async passAll() {
      while (machines.some(isBusy)) {
        for (const index of machines.keys()) await pass(index, 1, 0);
      }
    },
    kill(index) {
      const { process, points } = at(index);
      if (!process) return;
      process.isDead = true;
      at(index).process = undefined;
      points.splice(0, points.length, ...points.filter(({ isOfStore }) => !isOfStore));
    },
    async wait(ms, isStored = true) {
      for (const { points } of machines) {
        const ofStore = points.filter((point) => point.isOfStore);
        points.splice(0, points.length, ...points.filter((point) => !point.isOfStore));
        if (isStored) for (const { act } of ofStore) act();
      }
      vi.advanceTimersByTime(ms);
      await settle();
    },
    rotate() {
      account = 'ack_new';
    },
  };
}

/** Resolves when all that runs waits for a point or a timer. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function dateSlow(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('date', new Date(Date.now() - SLOWNESS).toUTCString());
  return new Response(await response.text(), { status: response.status, headers });
}

/** Makes a request of another access key one of the sandbox's own, with other idempotency keys. */
function withOwnKeys(init: RequestInit | undefined, own: string, clientId: string): RequestInit {
  const headers = Object.entries(init?.headers ?? {}).map(([name, value]) => [
    name,
    /idempotency/i.test(name) ? `new ${value}` : value,
  ]);
  const body = typeof init?.body === 'string' ? init.body.replace(own, clientId) : null;
  return { ...init, headers: Object.fromEntries(headers), body };
}

function whenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
