import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundlePrograms } from '../../scripts/lib/bundle-programs.js';
import { createTemporaryFolder } from '../../scripts/lib/interruption.js';
import { replaceParts } from './testing/alterations.js';
import { type Provider, startProvider } from './testing/provider.js';
import { heldAmount, providerEnvironment, WRITES } from './testing/test-run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = new URL('main.ts', import.meta.url);
/** Runs the command without a bundle, as `npm run test:live` does. */
const SOURCE = ['--import', 'tsx/esm', fileURLToPath(MAIN)];
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

let conforming: Provider;
let deviating: Provider;
const programs = createTemporaryFolder('contract-command-');
let bundle = '';
beforeAll(async () => {
  [bundle] = await bundlePrograms([MAIN], programs.path);
  conforming = await startProvider(createSandbox());
  deviating = await startProvider(createSandbox());
  deviating.alter(replaceParts('getPaymentsList', 202, { status: 200 }));
});
afterAll(async () => {
  await conforming.close();
  await deviating.close();
  await programs.remove();
});

/** Starts the command with an environment that contains only PATH and these variables. */
function start(variables: Readonly<Record<string, string>>, args: readonly string[], program = [bundle]) {
  return spawn(process.execPath, [...program, '--pause', '0', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...variables },
  });
}

/** Runs the command until it ends. */
async function run(variables: Readonly<Record<string, string>>, ...args: string[]) {
  const child = start(variables, args);
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

// Most of a run is spent on starting its process, so the runs start at the same time.
describe.concurrent('lddpay-contract', () => {
  it('prints a report in sections and ends with 0 when the server matches the description', async () => {
    const { code, out, err } = await run(providerEnvironment(conforming));
    expect(code).toBe(0);
    expect(out.split('\n').filter((text) => /^\S/.test(text))).toEqual([
      'Responses',
      'Deviations: 0',
      'Checks of meaning: 5 without a deviation, 0 with deviations, 10 not checked',
      expect.stringMatching(
        /^Inferred parts of the description: 0 refuted, \d+ confirmed, \d+ not exercised$/,
      ),
      'Notes',
      'No deviation from the description was found.',
    ]);
    expect(err.split('\n')[0]).toBe('200  getToken with the credentials');
    expect(err).not.toContain('Deviations');
    expect(conforming.sandbox.ledger()).toEqual([]);
  });

  it('prints a report as the body of an issue and ends with 1 when the server deviates, even without a reader of stderr', async () => {
    const child = start(providerEnvironment(deviating), ['--markdown'], SOURCE);
    child.stderr.destroy();
    const [[code], out] = await Promise.all([once(child, 'close'), text(child.stdout)]);
    expect(code).toBe(1);
    expect(out).toMatch(/^# The live server deviates from the description\n\n## Deviations: 1\n/);
    expect(out).toContain(
      '- [ ] **getPaymentsList 200**: `status` 200 is not documented (documented: 202, 401, 422)\n',
    );
  });

  it('names each missing variable and ends with 2', async () => {
    const { code, out, err } = await run({ LDDPAY_BASE_URL: conforming.url });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^LDDPAY_CLIENT_ID is not set: /),
      expect.stringMatching(/^LDDPAY_CLIENT_SECRET is not set: /),
      expect.stringMatching(/^LDDPAY_SCOPE is not set: /),
    ]);
  });

  it('names the variables in its help, and ends with 2 after a mistake of use', async () => {
    const [help, mistake] = await Promise.all([run({}, '--help'), run({}, '--pause', 'long')]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('LDDPAY_LIVE_WRITES');
    expect(mistake).toEqual({
      code: 2,
      out: '',
      err: '--pause must be an integer of milliseconds from 0 to 5000.\nRun lddpay-contract --help for all options.\n',
    });
  });

  it('prints its version for --version, without any variable', async () => {
    expect(await run({}, '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('ends with 1 when the server deviates, even without a reader of stdout', async () => {
    const child = start(providerEnvironment(deviating), []);
    child.stdout.destroy();
    const [[code], err] = await Promise.all([once(child, 'close'), text(child.stderr)]);
    expect(code).toBe(1);
    expect(err).not.toMatch(/^ {4}at |EPIPE/m);
  });

  it.each([
    ['SIGINT', 130, 'requestPayment'],
    ['SIGTERM', 143, 'incrementAuthorization'],
    ['SIGHUP', 129, 'capturePayment'],
  ] as const)(
    'releases its payments after %s, makes no other one, and ends with %s',
    async (signal, status, operation) => {
      const provider = await startProvider(createSandbox());
      const child = start({ ...providerEnvironment(provider), ...WRITES }, []);
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (chunk) => {
        err += chunk;
      });
      provider.alter(async ({ operationId }, respond) => {
        const response = await respond();
        if (operationId !== operation || response.status >= 300 || child.killed) return response;
        child.kill(signal);
        // The response arrives after the signal, when nothing else may begin.
        await vi.waitUntil(() => err.includes('Interrupted'), { timeout: 20_000 });
        provider.requests.length = 0;
        return response;
      });
      const [code] = await once(child, 'close');
      await provider.close();

      expect(code).toBe(status);
      expect(heldAmount(provider.sandbox.ledger())).toBe(0);
      const operations = provider.requests.map(({ operationId }) => operationId);
      expect(operations).toEqual(expect.arrayContaining(['getPaymentsList', 'reversePayment']));
      expect(operations).not.toContain('requestPayment');
      const [, reference] =
        /with the reference (live-\w+); each is voided or refunded at the end/.exec(err) ?? [];
      expect(err).toContain(
        `Interrupted by ${signal}.\nReleasing the payments with the reference ${reference}, for at most 60 s …\n`,
      );
      expect(err).toMatch(/All are voided or refunded\.\n$/);
    },
  );
});
