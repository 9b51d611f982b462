// The program of a worker: a merchant in a process, which may be killed at any time.
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createClient, isLddPayError, type LddPayEvent } from 'lddpay';
import { undiciTransport } from 'lddpay/undici';
import type { Merchant } from '../merchants/merchant.js';
import { MERCHANTS } from '../merchants/merchants.js';
import { createTokenStore } from '../merchants/stores.js';
import { chooseLifecycles, type PaymentLifecycle, planLifecycles } from '../orders/lifecycle.js';
import { CREDENTIALS } from '../orders/secrets.js';
import { advance, believe, type Phase, type Situation } from './advance.js';
import { Book } from './book.js';
import type { LoggedEvent, WorkerMessage, WorkerRequest, WorkerSettings } from './messages.js';

/** How many lifecycles advance at a time; fewer where nothing makes them wait. */
const CONCURRENCY = { faults: 40, quiet: 8 };

/** How long the work of a lifecycle waits after a failure, in ms. An outage would fail all others meanwhile. */
const BACK_OFF = 500;

const settings = JSON.parse(process.argv[2] ?? '') as WorkerSettings;
const { slot, seed, stores } = settings;
const realNow = Date.now;
let { clock } = settings;
let phase: Phase | undefined;
/** How far the clock of the API is ahead of the real time, in ms. */
let offset = 0;
let calls = 0;

// The wall clock moves by days, like that of the API, and runs faster or slower. The monotonic clock does not see it.
const now = () => realNow() + offset;
Date.now = () => Math.round(now() + clock.error + clock.drift * (realNow() - clock.startedAt));

const book = new Book(settings.bookFile);
let merchant = createMerchant(settings.limits);
const planned = planLifecycles(seed, settings.lives);
const lifecycles = chooseLifecycles(planned, settings, MERCHANTS[settings.merchant].needsStore);

process.on('message', (request: WorkerRequest) => {
  if (request.type === 'phase') return runPhase(request.phase);
  ({ clock, offset } = request);
});
process.on('disconnect', () => process.exit());
send({ type: 'ready' });

async function runPhase(next: Phase): Promise<void> {
  // Where no faults strike, only a busy machine would reach the limits.
  if (next.isQuiet && !phase?.isQuiet) merchant = createMerchant({});
  phase = next;
  ({ offset } = phase);
  const backOff = phase.isQuiet ? async () => {} : () => wait(BACK_OFF);
  const situation: Situation = { merchant, book, seed, phase, now, backOff, onError: logError };
  const waiting = lifecycles.values();
  const lanes = phase.isQuiet ? CONCURRENCY.quiet : CONCURRENCY.faults;
  const ended = new AbortController();
  const resuming = resume(situation, ended.signal);
  await Promise.all(Array.from({ length: lanes }, () => advanceAll(waiting, situation)));
  ended.abort();
  await resuming;
  send({ type: 'through' });
}

function createMerchant(limits: WorkerSettings['limits']): Merchant {
  const lddpay = createClient({
    baseUrl: settings.baseUrl,
    clientId: CREDENTIALS.clientId,
    clientSecret: CREDENTIALS.clientSecret,
    scope: 'gateway',
    signing: { siteIdentifier: CREDENTIALS.siteIdentifier, secret: CREDENTIALS.signingSecret },
    ...limits,
    // On either transport.
    ...(slot % 4 >= 2 && { fetch: undiciTransport() }),
    ...(stores && { store: createTokenStore(stores.tokens) }),
    onEvent: logEvent,
  });
  return MERCHANTS[settings.merchant].create({
    lddpay,
    storeUrl: stores?.journal,
    facts: {
      get: ({ name }) => book.get(name).facts,
      keep: ({ name }, facts) => book.add({ intent: name, facts }),
    },
  });
}

/** Lets the merchant settle what is open by itself, while it carries on with its orders. */
async function resume(situation: Situation, ended: AbortSignal): Promise<void> {
  const own = new Set(lifecycles.flatMap(({ intents }) => intents.map(({ name }) => name)));
  try {
    for await (const { name, settlement } of merchant.resume?.() ?? []) {
      // What stays open is carried out again in its turn.
      if (own.has(name) && settlement.state !== 'open') await believe({ name }, settlement, situation);
      if (ended.aborted) return;
    }
  } catch (error) {
    // The store is down. What is open waits for the next phase.
    if (!isLddPayError(error)) throw error;
    logError(error);
  }
}

/** Advances the waiting lifecycles one after another. */
async function advanceAll(waiting: Iterable<PaymentLifecycle>, situation: Situation): Promise<void> {
  for (const lifecycle of waiting) {
    const isFinished = await advance(lifecycle, situation);
    send({ type: 'advanced', order: lifecycle.order, isFinished, calls });
    calls = 0;
    // Lifecycles that wait for the next phase make no call, and would keep the process from its messages.
    await nextTurn();
  }
}

function logEvent(event: LddPayEvent): void {
  if (event.type === 'request' && event.attempt === 1) calls += 1;
  const logged: LoggedEvent = { at: now(), phase: phase?.number ?? 0, pid: process.pid, ...event };
  console.log(JSON.stringify(logged));
}

/** Prints an error in every form in which a program may print it. */
function logError(error: unknown): void {
  console.error(error);
  console.error(inspect(error, { depth: 10, showHidden: true }));
  console.error(JSON.stringify(error), String(error), error instanceof Error ? error.stack : '');
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}
