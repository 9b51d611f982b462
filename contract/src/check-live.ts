import { onInterruption } from '../../scripts/lib/interruption.js';
import { type Clients, createClients } from './connection/clients.js';
import { type Connection, openConnection } from './connection/connection.js';
import { createPace, type Timer } from './connection/pace.js';
import { listCredentials, listSecrets } from './findings/secrets.js';
import { makePayments, type PaymentFindings } from './payments/make-payments.js';
import { createSendProbe, type Observation, type SendProbe } from './probes/probe.js';
import { probeEmptyResults, probePayment, probeRejections } from './probes/read-probes.js';
import { probeToken } from './probes/token-probes.js';
import { probeRejectedWrites } from './probes/write-probes.js';
import { composeReport } from './report/compose-report.js';
import type { Report } from './report/report.js';
import { CannotRun } from './settings/cannot-run.js';
import type { Settings } from './settings/settings.js';

/** The surroundings of a run. */
export interface RunOptions {
  readonly timer: Timer;
  /** The minimum time between two requests, in ms. */
  readonly pause: number;
  /** The time for a response including its body, in ms. */
  readonly timeout: number;
  /** The unique name of the run: at most 16 letters and digits. */
  readonly run: string;
  /** Receives a line for each request, and for what is about to happen. */
  readonly progress: (line: string) => void;
}

const NO_PAYMENTS: PaymentFindings = {
  notes: [],
  unchecked: [],
  settings: [],
  held: null,
  paymentIds: [],
};

/**
 * Checks a server against the description. It only reads, unless the settings allow payments.
 *
 * @throws {CannotRun} When the server cannot be reached, or issues no usable token.
 */
export async function checkLive(settings: Settings, options: RunOptions): Promise<Report> {
  const { timer, pause, timeout } = options;
  const { baseUrl, tokenUrl } = settings.options;
  const connection = await openConnection({ baseUrl, tokenUrl, timeout, pace: createPace(pause, timer) });
  return checkConnection(connection, settings, options);
}

/** Does what {@link checkLive} does, through a connection that is already open. */
export async function checkConnection(
  connection: Connection,
  settings: Settings,
  options: Omit<RunOptions, 'pause' | 'timeout'>,
): Promise<Report> {
  const observations: Observation[] = [];
  const sendProbe = createSendProbe(connection, observations, options.progress);
  const clients = createClients(settings.options, connection);
  const secrets = () => listSecrets(settings, connection.exchanges);
  const isTokenUsable = await probeToken(sendProbe, clients, settings);
  const findings = isTokenUsable
    ? await probeOperations(sendProbe, clients, settings, options, secrets)
    : { ...NO_PAYMENTS, notes: ['The token cannot be used, so no other operation was checked.'] };
  const credentials = listCredentials(settings, connection.exchanges);
  const { baseUrl } = settings.options;
  const report = composeReport(observations, findings, secrets(), { baseUrl, secrets: credentials });
  if (isTokenUsable || report.deviations.length > 0) return report;
  throw new CannotRun('The token endpoint responded as documented, but its token cannot be used.');
}

async function probeOperations(
  sendProbe: SendProbe,
  clients: Clients,
  { paymentId, writes }: Settings,
  { run, timer, progress }: Pick<RunOptions, 'run' | 'timer' | 'progress'>,
  secrets: () => readonly string[],
): Promise<PaymentFindings> {
  const { valid: client, unaware: unawareClient, badSignature: badSignatureClient } = clients;
  const unused = `live-${run}-nothing`;
  await probeRejections(sendProbe, clients, unused);
  await probeEmptyResults(sendProbe, client, unused);
  if (writes) await probeRejectedWrites(sendProbe, clients);
  const findings = writes
    ? await makePayments(
        { ...writes, sendProbe, client, unawareClient, badSignatureClient, run, wait: timer.wait },
        progress,
        secrets,
        onInterruption,
      )
    : NO_PAYMENTS;
  const reading = await probePayment(sendProbe, client, paymentId, findings.paymentIds);
  return {
    ...findings,
    notes: [...findings.notes, ...reading.notes],
    settings: [...findings.settings, ...reading.settings],
  };
}
