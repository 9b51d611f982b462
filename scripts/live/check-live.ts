import { type Ask, createAsk, type Observation } from './asking.js';
import { CannotRun } from './cannot-run.js';
import { type Clients, createClients } from './clients.js';
import { composeReport } from './compose.js';
import { createPace, type Timer } from './pace.js';
import { probeNothing, probePayment, probeRefusals } from './reads.js';
import type { Report } from './report.js';
import type { Settings } from './settings.js';
import { secretsOf } from './shown.js';
import { probeTokens } from './token.js';
import { openWire, type Wire } from './wire.js';
import { makePayments, type Written } from './writes.js';

/** What a run takes from its surroundings. */
export interface Surroundings {
  readonly timer: Timer;
  /** The least time from one request to the next, in milliseconds. */
  readonly pause: number;
  /** How long an answer may take until its body is read, in milliseconds. */
  readonly timeout: number;
  /** What no other run is called: letters and digits, 16 at most. */
  readonly run: string;
  /** Is told in a line of each request, and of what is about to happen. */
  readonly progress: (line: string) => void;
}

const NOTHING_WRITTEN: Written = { notes: [], held: null, deviations: [] };

/**
 * Holds a server against the description. Only reads, unless the settings say what to make payments with.
 *
 * @throws CannotRun when the server cannot be reached, or issues no token.
 */
export async function checkLive(settings: Settings, surroundings: Surroundings): Promise<Report> {
  const { timer, pause, timeout } = surroundings;
  const { baseUrl, tokenUrl } = settings.options;
  const wire = await openWire({ baseUrl, tokenUrl, timeout, pace: createPace(pause, timer) });
  try {
    return await checkThrough(wire, settings, surroundings);
  } finally {
    await wire.close();
  }
}

/** What {@link checkLive} does, once there is a way to the server. */
export async function checkThrough(
  wire: Wire,
  settings: Settings,
  surroundings: Omit<Surroundings, 'pause' | 'timeout'>,
): Promise<Report> {
  const observations: Observation[] = [];
  const ask = createAsk(wire, observations, surroundings.progress);
  const clients = createClients(settings.options, wire);
  const secrets = () => secretsOf(settings, wire.exchanges);
  const usable = await probeTokens(ask, clients, settings);
  const written = usable
    ? await probeTheRest(ask, clients, settings, surroundings, secrets)
    : { ...NOTHING_WRITTEN, notes: ['The token cannot be used, so nothing else was asked.'] };
  const report = composeReport(observations, written, secrets());
  if (usable || report.deviations.length > 0) return report;
  throw new CannotRun('The token endpoint answered as documented, with a token that cannot be used.');
}

async function probeTheRest(
  ask: Ask,
  clients: Clients,
  { paymentId, writes }: Settings,
  { run, timer, progress }: Pick<Surroundings, 'run' | 'timer' | 'progress'>,
  secrets: () => readonly string[],
): Promise<Written> {
  const { member: client } = clients;
  const nothing = `live-${run}-nothing`;
  await probeRefusals(ask, clients, nothing);
  await probeNothing(ask, client, nothing);
  const written = writes
    ? await makePayments({ ...writes, ask, client, run, wait: timer.wait }, progress, secrets)
    : NOTHING_WRITTEN;
  const notes = await probePayment(ask, client, paymentId);
  return { ...written, notes: [...written.notes, ...notes] };
}
