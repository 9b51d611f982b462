import { createClient } from 'lddpay';
import { createSandbox, type LedgerEntry, type Sandbox, type SandboxOptions } from 'lddpay-sandbox';
import { checkConnection } from '../check-live.js';
import { ORDER, REFUND } from '../conformance/payments.js';
import { openConnection } from '../connection/connection.js';
import { createPace } from '../connection/pace.js';
import type { Report } from '../report/report.js';
import { settingsFromEnv } from '../settings/settings.js';
import { type Alteration, type Provider, startProvider, UNALTERED } from './provider.js';

type Env = Readonly<Record<string, string>>;

/** The environment variables that allow payments on the sandbox. */
export const WRITES = {
  LDDPAY_LIVE_WRITES: '1',
  LDDPAY_SITE_IDENTIFIER: 'S0000000001',
  LDDPAY_SIGNING_SECRET: 'sandbox-signing-secret',
  LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER: REFUND.pnm_payment_identifier,
};

/** The environment variables that point to a provider. */
export function providerEnvironment({ url, sandbox }: Pick<Provider, 'url' | 'sandbox'>): Env {
  const { clientId, clientSecret, scope } = sandbox.credentials;
  return {
    LDDPAY_BASE_URL: url,
    LDDPAY_CLIENT_ID: clientId,
    LDDPAY_CLIENT_SECRET: clientSecret,
    LDDPAY_SCOPE: scope,
  };
}

/** A provider with an open connection. The runs of a test file share it. */
export interface TestRunner {
  readonly provider: Provider;
  /**
   * Runs the live check without real waiting: it advances the clock of the sandbox instead.
   *
   * @param env Additional environment variables.
   * @param alteration The deviations of the provider during this run.
   */
  run(
    env?: Env,
    alteration?: Alteration,
  ): Promise<{ readonly report: Report; readonly progress: readonly string[] }>;
  close(): Promise<void>;
}

/** Starts a provider without payments, and opens a connection to it. */
export async function startTestRunner(options: SandboxOptions = {}): Promise<TestRunner> {
  const provider = await startProvider(createSandbox(options));
  const timer = { now: () => 0, wait: async (ms: number) => provider.sandbox.clock.advance(ms) };
  const connection = await openConnection({
    baseUrl: provider.url,
    tokenUrl: undefined,
    timeout: 10_000,
    pace: createPace(0, timer),
  });
  let runs = 0;
  return {
    provider,
    async run(env = {}, alteration = UNALTERED) {
      provider.alter(alteration);
      runs += 1;
      const progress: string[] = [];
      const settings = settingsFromEnv({ ...providerEnvironment(provider), ...env });
      const report = await checkConnection(connection, settings, {
        timer,
        run: `run${runs}`,
        progress: (line) => progress.push(line),
      });
      return { report, progress };
    },
    close: () => provider.close(),
  };
}

/** Makes a captured payment and returns its id. */
export async function makePayment(sandbox: Sandbox): Promise<string> {
  const client = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  return (await client.requestPayment(ORDER)).id;
}

/** The amount that all payments hold: authorized or captured, and neither voided nor refunded. */
export function heldAmount(entries: readonly LedgerEntry[]): number {
  const total = (type: string) =>
    entries.filter((entry) => entry.type === type).reduce((sum, { amount }) => sum + amount, 0);
  return total('Authorization') - total('Void') - total('Refund');
}
