import { createClient } from 'lddpay';
import { createSandbox, type Sandbox, type SandboxOptions } from 'lddpay-sandbox';
import { ORDER } from '../../conformance/payments.js';
import { checkThrough } from '../check-live.js';
import type { Report } from '../report.js';
import { settingsFromEnv } from '../settings.js';
import { openWire } from '../wire.js';
import { type Alteration, type Provider, startProvider, UNALTERED } from './provider.js';

type Env = Readonly<Record<string, string>>;

/** What makes payments, on the sandbox. */
export const WRITES = {
  LDDPAY_LIVE_WRITES: '1',
  LDDPAY_SITE_IDENTIFIER: 'S0000000001',
  LDDPAY_SIGNING_SECRET: 'sandbox-signing-secret',
  LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER: '3141592653',
};

/** The environment variables that lead to a provider. */
export function environment({ url, sandbox }: Pick<Provider, 'url' | 'sandbox'>): Env {
  const { clientId, clientSecret, scope } = sandbox.credentials;
  return {
    LDDPAY_BASE_URL: url,
    LDDPAY_CLIENT_ID: clientId,
    LDDPAY_CLIENT_SECRET: clientSecret,
    LDDPAY_SCOPE: scope,
  };
}

/** A provider, and the way to it: Prism takes long to start, so tests share one. */
export interface Line {
  readonly provider: Provider;
  /**
   * Does a run that waits for nothing: instead of waiting it moves the sandbox's time on.
   *
   * @param env Further environment variables.
   * @param alteration How the provider deviates meanwhile.
   */
  run(
    env?: Env,
    alteration?: Alteration,
  ): Promise<{ readonly report: Report; readonly progress: readonly string[] }>;
  close(): Promise<void>;
}

/** Starts a provider that nothing was asked of yet, and opens the way to it. */
export async function openLine(options: SandboxOptions = {}): Promise<Line> {
  const provider = await startProvider(createSandbox(options));
  const wire = await openWire({
    baseUrl: provider.url,
    tokenUrl: undefined,
    timeout: 10_000,
    pace: async () => {},
  });
  let runs = 0;
  return {
    provider,
    async run(env = {}, alteration = UNALTERED) {
      const { sandbox } = provider;
      provider.alter(alteration);
      runs += 1;
      const progress: string[] = [];
      const report = await checkThrough(wire, settingsFromEnv({ ...environment(provider), ...env }), {
        timer: { now: () => 0, wait: async (ms) => sandbox.clock.advance(ms) },
        run: `run${runs}`,
        progress: (line) => progress.push(line),
      });
      return { report, progress };
    },
    async close() {
      await wire.close();
      await provider.close();
    },
  };
}

/** Makes a payment that is captured. @returns Its identifier. */
export async function pay(sandbox: Sandbox): Promise<string> {
  const client = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
  });
  return (await client.requestPayment(ORDER)).id;
}
