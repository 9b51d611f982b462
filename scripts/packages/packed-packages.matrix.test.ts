import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from 'lddpay';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runStep } from '../../contract/src/testing/action.js';
import { replaceParts } from '../../contract/src/testing/alterations.js';
import { startProvider } from '../../contract/src/testing/provider.js';
import { providerEnvironment } from '../../contract/src/testing/test-run.js';
import type { PackageName } from '../lib/npm.js';
import { runProcess } from '../lib/run-process.js';
import { COMPILERS, compilePrograms, listModuleSettings } from './compile.js';
import { CONSUMER_PROJECTS, testProject } from './consumer-project.js';
import { createCompilations, ENTRY_POINT_PROGRAMS, ENTRY_POINTS_OUTPUT } from './consumers.js';
import {
  buildNextProject,
  type NextServer,
  readBrowserFiles,
  startNext,
  submitForm,
} from './next-project.js';
import { type PackedPackages, packPackages } from './packed-packages.js';
import { canInstall } from './project.js';
import { NODES, OTHER_RUNTIMES, reasonToSkip } from './runtimes.js';
import { type SandboxProcess, startSandbox } from './sandbox-process.js';
import { installTools, runTool } from './tools.js';

/** Installing depends on the speed of the network. */
const TIMEOUT_MS = 300_000;

const PACKAGES = ['lddpay', 'lddpay-sandbox', 'lddpay-contract'] as const;
const LIBRARIES = ['lddpay', 'lddpay-sandbox'] as const;

/** A program that is TypeScript, and JavaScript too. */
const [, GUIDE_PROGRAM = ''] =
  readFileSync(new URL('../../docs/guides/your-project.md', import.meta.url), 'utf8').match(
    /```ts\n(.*?)```/s,
  ) ?? [];

const skipped = (await canInstall()) ? '' : ' (skipped: npm cannot reach the registry)';

describe.skipIf(skipped !== '')(`the packed packages, with the tools of users${skipped}`, () => {
  let packages: PackedPackages;
  beforeAll(async () => {
    await installTools();
    packages = await packPackages();
  }, TIMEOUT_MS);
  afterAll(() => packages?.remove());

  describe('a tarball', () => {
    const run = (tool: string, name: PackageName, ...options: readonly string[]) =>
      runTool(tool, [packages.tarballs[name], ...options], packages.everything.folder);

    it.each(PACKAGES)('of %s passes publint', async (name) => {
      const { status, stdout } = await run('publint/src/cli.js', name, '--strict');

      expect(stdout).toContain('All good!');
      expect(status).toBe(0);
    });

    it.each(LIBRARIES)('of %s has types that resolve for every kind of import', async (name) => {
      const options = ['--format', 'ascii', '--no-color'];
      const { status, stdout, stderr } = await run('@arethetypeswrong/cli/dist/index.js', name, ...options);

      expect(status, stdout || stderr).toBe(0);
    });
  });

  describe.each(NODES)('on $name', { timeout: TIMEOUT_MS }, (node) => {
    const missing = reasonToSkip(node);

    it.skipIf(missing !== '').each(ENTRY_POINT_PROGRAMS)(
      `exports its entry points to %s${missing}`,
      async (_, type, program) => {
        const args = [`--input-type=${type}`, '-e', program];
        const { stdout, stderr } = await runProcess(node.binary, args, { cwd: packages.everything.folder });

        expect(JSON.parse(stdout || stderr)).toEqual(ENTRY_POINTS_OUTPUT);
        // Before Node.js 22.12, importing JSON causes one.
        if (type === 'commonjs') expect(stderr).toBe('');
      },
    );
  });

  describe('the command lddpay-contract', { timeout: TIMEOUT_MS }, () => {
    const command = () => join(packages.contract.folder, 'node_modules/.bin/lddpay-contract');
    let sandbox: SandboxProcess;
    beforeAll(async () => {
      sandbox = await startSandbox(packages.contract);
    });
    afterAll(() => sandbox?.stop());

    it('finds no deviation in lddpay-sandbox with npx, reads only, and ends with 0', async () => {
      const { status, stdout, stderr } = await runProcess(
        'npx',
        ['lddpay-contract', '--json', '--pause', '0'],
        {
          cwd: packages.contract.folder,
          env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...sandbox.env },
        },
      );

      expect(status, stderr).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ deviations: [], held: null });
      const ledger = await fetch(`${sandbox.env['LDDPAY_BASE_URL']}/_sandbox/ledger`);
      expect(await ledger.json()).toEqual([]);
    });

    it('reports the deviation of another server, and ends with 1', async () => {
      const provider = await startProvider(createSandbox());
      onTestFinished(() => provider.close());
      provider.alter(replaceParts('getPaymentsList', 202, { status: 200 }));
      const env = { PATH: process.env['PATH'], ...providerEnvironment(provider) };
      const check = (...options: readonly string[]) =>
        runProcess(command(), [...options, '--pause', '0'], { cwd: packages.contract.folder, env });
      const [text, json, markdown] = await Promise.all([check(), check('--json'), check('--markdown')]);

      expect([text.status, json.status, markdown.status]).toEqual([1, 1, 1]);
      const problem = '200 is not documented (documented: 202, 401, 422)';
      expect(text.stdout).toContain(`getPaymentsList 200: status ${problem}`);
      expect(JSON.parse(json.stdout).deviations).toMatchObject([
        { operationId: 'getPaymentsList', status: 200, place: 'status', problem },
      ]);
      expect(markdown.stdout).toContain(`- [ ] **getPaymentsList 200**: \`status\` ${problem}\n`);

      const printed = [text, json, markdown].map(({ stdout, stderr }) => stdout + stderr).join('\n');
      const tokens = provider.requests.map(
        ({ headers }) => headers.get('authorization')?.split(' ')[1] ?? '',
      );
      expect(new Set(tokens).size).toBeGreaterThan(3);
      const secrets = [provider.sandbox.credentials.clientSecret, ...tokens].filter((one) => one !== '');
      expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
    });

    it('runs in the step of the GitHub action', async () => {
      const { LDDPAY_BASE_URL = '', LDDPAY_CLIENT_SECRET = '' } = sandbox.env;
      const inputs = {
        'base-url': LDDPAY_BASE_URL,
        'client-id': 'ack_sandbox',
        'client-secret': LDDPAY_CLIENT_SECRET,
        scope: 'gateway',
        pause: '0',
      };
      const { status, summary, log } = await runStep(
        inputs,
        packages.contract.folder,
        process.env['PATH'] ?? '',
      );

      expect(status, log).toBe(0);
      expect(summary).toContain('## Deviations: 0\n');
    });

    describe.each(NODES)('on $name', (node) => {
      const missing = reasonToSkip(node);

      it.skipIf(missing !== '')(`checks a server, and prints no warning${missing}`, async () => {
        const { status, stdout, stderr } = await runProcess(
          node.binary,
          [command(), '--pause', '0', '--json'],
          {
            env: sandbox.env,
          },
        );

        expect(status, stdout + stderr).toBe(0);
        expect(stderr.split('\n').filter((line) => !/^(\d{3} {2}|$)/.test(line))).toEqual([]);
      });
    });
  });

  it.concurrent.each(COMPILERS)(
    'compile with TypeScript %s, with each of the settings for modules',
    { timeout: TIMEOUT_MS },
    async (version, compiler) => {
      const settings = listModuleSettings(version);
      expect(settings.length).toBeGreaterThanOrEqual(4);

      expect(await compilePrograms(compiler, createCompilations(packages, settings))).toBe('');
    },
  );

  describe('a project', { timeout: TIMEOUT_MS }, () => {
    let sandbox: SandboxProcess;
    beforeAll(async () => {
      sandbox = await startSandbox(packages.everything);
    });
    afterAll(() => sandbox.stop());

    describe.each(OTHER_RUNTIMES)('on $name', (runtime) => {
      const missing = reasonToSkip(runtime);

      it.skipIf(missing !== '')(`runs the first program of the guide${missing}`, async () => {
        const { folder } = packages.everything;
        await writeFile(join(folder, 'guide.mjs'), GUIDE_PROGRAM);
        const env = { ...process.env, ...sandbox.env };
        const { stdout, stderr } = await runProcess(runtime.binary, [...runtime.args, 'guide.mjs'], {
          cwd: folder,
          env,
        });

        expect(stdout, stderr).toBe('true\n');
      });
    });

    it.concurrent.each(CONSUMER_PROJECTS)('of $name passes its tests', async (project) => {
      const { status, stdout, stderr } = await testProject(packages.everything, project, sandbox.env);

      expect(status, stdout + stderr).toBe(0);
      expect(stdout + stderr).toContain('Every entry point works.');
    });
  });

  describe('a project of Next.js', { timeout: TIMEOUT_MS }, () => {
    const sandbox = createSandbox();
    const countRequests = (operationId: string) =>
      sandbox.requests().filter((request) => request.operationId === operationId).length;
    let folder: string;
    let api: Server;
    let next: NextServer;
    beforeAll(async () => {
      folder = await buildNextProject(packages);
      api = await sandbox.listen();
      const { clientId, clientSecret, scope } = sandbox.credentials;
      next = await startNext(folder, {
        LDDPAY_BASE_URL: api.url,
        LDDPAY_CLIENT_ID: clientId,
        LDDPAY_CLIENT_SECRET: clientSecret,
        LDDPAY_SCOPE: scope,
      });
    }, TIMEOUT_MS);
    afterAll(async () => {
      await next?.stop();
      await api?.close();
    });
    beforeEach(() => sandbox.reset());

    const post = async (path: string, body: object) =>
      (await fetch(next.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
    const read = async (path: string) => (await fetch(next.url + path)).text();

    const number = '4242424242424242';
    const DAY = 24 * 60 * 60 * 1000;

    // What the project keeps of its orders outlives the reset before each test: each test charges an order of its own.
    it('charges in a server action, after a decline with another card, and never again', async () => {
      const url = `${next.url}/orders/ORD-17`;

      expect(await submitForm(url, { number: '4000000000000002' })).toContain('<p>Declined</p>');
      expect(await submitForm(url, { number })).toContain('<p>Paid</p>');
      sandbox.clock.advance(DAY);
      expect(await submitForm(url, { number })).toContain('<p>Paid</p>');
      expect(sandbox.ledger()).toMatchObject([{ type: 'Authorization', amount: 1000 }, { type: 'Capture' }]);
    });

    it('charges once in a route handler, although the first response is lost', async () => {
      const pay = () => post('/orders/ORD-18/payment', { number });
      sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-after', times: 3 });

      expect(await pay()).toEqual({ result: 'Paid' });
      sandbox.clock.advance(DAY);
      expect(await pay()).toEqual({ result: 'Paid' });
      expect(sandbox.ledger()).toMatchObject([{ type: 'Authorization', amount: 2500 }, { type: 'Capture' }]);
    });

    it('sees that the payer has confirmed, and does not charge an order that waits for the payer', async () => {
      const pay = () => post('/orders/ORD-19/payment', { number });
      const lddpay = createClient({ baseUrl: api.url, ...sandbox.credentials });

      expect(await pay()).toEqual({ result: 'Not decided yet' });
      const { data } = await lddpay.getPaymentsList({ reference: 'ORD-19/charge-1' });
      sandbox.challenges.complete(String(data[0]?.id));
      expect(await pay()).toEqual({ result: 'Paid' });
      expect(sandbox.ledger()).toMatchObject([{ type: 'Authorization', amount: 1003 }, { type: 'Capture' }]);
    });

    it('has one client for all routes, and another one in the Edge runtime', async () => {
      sandbox.tokens.revokeAll();
      await submitForm(`${next.url}/orders/ORD-20`, { number });
      await read('/list');
      await post('/orders/ORD-21/payment', { number });
      expect(countRequests('getToken')).toBe(1);

      expect(JSON.parse(await read('/edge'))).toEqual({ total_count: 1 });
      expect(countRequests('getToken')).toBe(2);
    });

    it('caches no response of the API unless its route forces that', async () => {
      const { id } = await createClient({ baseUrl: api.url, ...sandbox.credentials }).requestPayment({
        amount: 1000,
        currency: 'USD',
        source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 },
      });
      await read(`/read/${id}`);
      expect(await read(`/read/${id}`)).toContain('<p>Captured</p>');
      expect(countRequests('getPaymentDetails')).toBe(2);
      await read('/list');
      expect(await read('/list')).toContain('<p>0</p>');
      expect(countRequests('getPaymentsList')).toBe(2);

      await read(`/cached/${id}`);
      expect(await read(`/cached/${id}`)).toContain('<p>Captured</p>');
      expect(countRequests('getPaymentDetails')).toBe(3);
    });

    it('sends neither the client nor a secret to browsers', async () => {
      const files = await readBrowserFiles(folder);

      expect(files).toContain('react');
      expect(files).not.toMatch(/lddpay|LDDPAY|client_secret/i);
    });

    it('uses every entry point', async () => {
      const response = await fetch(`${next.url}/every-entry-point`, { method: 'POST' });

      expect(await response.text()).toBe('Every entry point works.');
    });
  });
});
