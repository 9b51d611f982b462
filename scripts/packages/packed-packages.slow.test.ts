import { readdirSync, readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { createSandbox } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findUnreachableUrl } from '../../contract/src/conformance/testing/test-server.js';
import { runStep } from '../../contract/src/testing/action.js';
import { replaceParts } from '../../contract/src/testing/alterations.js';
import { startProvider } from '../../contract/src/testing/provider.js';
import { providerEnvironment } from '../../contract/src/testing/test-run.js';
import { runProcess } from '../lib/run-process.js';
import { measureBundle } from './bundle-size.js';
import {
  COMPILERS,
  type Compilation,
  compilePrograms,
  MODULE_SETTINGS,
  type ModuleSettings,
} from './compile.js';
import { CONSUMER_PROJECTS, testProject } from './consumer-project.js';
import { measureSizes, type PackageSizes, renderSizes } from './package-sizes.js';
import { type PackedPackages, packPackages } from './packed-packages.js';
import { canInstall, getPackageFolder, listFiles, listInstalledPackages } from './project.js';
import { NODES, OTHER_RUNTIMES, reasonToSkip } from './runtimes.js';
import { type SandboxProcess, startSandbox } from './sandbox-process.js';
import { findUnmappedFiles } from './source-maps.js';
import { installTools, runTool } from './tools.js';

/** Installing depends on the speed of the network. */
const TIMEOUT_MS = 300_000;

const PACKAGES = ['lddpay', 'lddpay-sandbox'] as const;
const { devDependencies } = JSON.parse(read('../../package.json'));

/** Where the sandbox has the licenses of dependencies that its build contains. */
const LICENSES = 'dist/embedded-licenses.txt';

/** The root bundle, minified and compressed. */
const MAX_BUNDLE_BYTES = 14_912;

/** A bundle of `createJournal` alone, and what the journal adds to the root bundle, minified and compressed. */
const MAX_JOURNAL_BYTES = 9_984;
const MAX_ADDED_JOURNAL_BYTES = 5_888;

/** A string and not a file like the other programs, because it does not compile before the packages are built. */
const DESCRIPTION = [
  `import description from 'lddpay/openapi.json' with { type: 'json' };`,
  `import { operations } from 'lddpay/operations';`,
  `export const path: '/payments' = operations.requestPayment.path;`,
  `export const version: string = description.openapi;`,
  `// @ts-expect-error: an operation that does not exist`,
  `operations.payRequest;`,
].join('\n');

/** A program that is TypeScript, and JavaScript too. */
const [, GUIDE_PROGRAM = ''] = read('../../docs/guides/your-project.md').match(/```ts\n(.*?)```/s) ?? [];

const skipped = (await canInstall()) ? '' : ' (skipped: npm cannot reach the registry)';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** Reads programs that use the packages, by file name. */
function readConsumers(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, read(`consumers/${name}`)]));
}

describe.skipIf(skipped !== '')(`the packed packages${skipped}`, () => {
  let packages: PackedPackages;
  let sizes: PackageSizes;
  beforeAll(async () => {
    await installTools();
    packages = await packPackages(
      ['undici', '@types/node'].map((name) => `${name}@${devDependencies[name]}`),
    );
    sizes = await measureSizes(packages.client);
  }, TIMEOUT_MS);
  afterAll(async () => {
    if (sizes) console.log(renderSizes(sizes));
    await packages?.remove();
  });

  describe.each(PACKAGES)('the tarball of %s', (name) => {
    const folder = () => getPackageFolder(packages.everything, name);

    it('contains only the build, the sources, the description, README and license', async () => {
      const known = ['LICENSE', 'README.md', 'dist', 'generated', 'package.json', 'src'];
      const files = await listFiles(folder());

      expect(readdirSync(folder()).filter((entry) => !known.includes(entry))).toEqual([]);
      expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
      expect(files.filter((file) => /\.test(-d)?\.|(^|\/)(testing|scripts)\//.test(file))).toEqual([]);
    });

    it('contains the sources of all code and declarations', async () => {
      expect(await findUnmappedFiles(folder())).toEqual([]);
    });

    it('names the licenses of the dependencies whose code it contains', async () => {
      const files = (await listFiles(folder())).filter((file) => /^dist\/.*\.js$/.test(file));
      const code = files.map((file) => readFileSync(join(folder(), file), 'utf8')).join('\n');
      const names = [...code.matchAll(/^\/\/ \S*node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(
        ([, one]) => one ?? '',
      );
      expect(names.length > 0).toBe(name === 'lddpay-sandbox');

      const licenses = names.length > 0 ? readFileSync(join(folder(), LICENSES), 'utf8') : '';
      expect(names.filter((one) => !licenses.includes(`\n${one}, `))).toEqual([]);
    });

    it('passes publint', async () => {
      const { status, stdout } = await runTool(
        'publint/src/cli.js',
        [packages.tarballs[name], '--strict'],
        folder(),
      );

      expect(stdout).toContain('All good!');
      expect(status).toBe(0);
    });

    it('awaits nothing at the top level of a module', async () => {
      const files = (await listFiles(folder())).filter((file) => /^dist\/.*\.js$/.test(file));
      expect(files.length).toBeGreaterThan(10);
      const supported = { 'top-level-await': false };

      for (const file of files) {
        const code = await readFile(join(folder(), file), 'utf8');
        await expect(transform(code, { supported, sourcefile: file }), file).resolves.toBeDefined();
      }
    });

    it('has types that resolve for every kind of import', async () => {
      const options = ['--format', 'ascii', '--no-color'];
      const { status, stdout, stderr } = await runTool(
        '@arethetypeswrong/cli/dist/index.js',
        [packages.tarballs[name], ...options],
        folder(),
      );

      expect(status, stdout || stderr).toBe(0);
    });
  });

  describe('npm install', () => {
    it('installs at most three packages for the client', () => {
      expect(sizes.packages).toBeLessThanOrEqual(3);
    });

    it('runs no install scripts', async () => {
      const installed = Object.entries(await listInstalledPackages(packages.everything));

      expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    });
  });

  describe('an installed package', () => {
    describe.each(NODES)('on $name', (node) => {
      const missing = reasonToSkip(node);

      it.skipIf(missing !== '').each([
        ['imports', 'module', 'entry-points.js'],
        ['CommonJS', 'commonjs', 'entry-points.cjs'],
      ])(`exports its entry points to %s${missing}`, async (_, type, file) => {
        const args = [`--input-type=${type}`, '-e', read(`consumers/${file}`)];
        const { stdout, stderr } = await runProcess(node.binary, args, { cwd: packages.everything.folder });

        expect(JSON.parse(stdout || stderr)).toEqual({
          approved: true,
          state: 'done',
          status: 'Captured',
          raw: 'Captured',
          observed: 3,
          deviations: [],
          packages: ['lddpay', 'lddpay-sandbox'],
          described: true,
        });
        // Before Node.js 22.12, importing JSON causes one.
        if (type === 'commonjs') expect(stderr).toBe('');
      });
    });

    it.each([
      ['an import', 'module', `import('lddpay/undici').catch(({ code }) => console.log(code));`],
      ['a require', 'commonjs', `try { require('lddpay/undici') } catch ({ code }) { console.log(code) }`],
    ])('rejects %s of its transport when the peer undici is missing', async (_, type, program) => {
      const args = [`--input-type=${type}`, '-e', program];
      const { stdout } = await runProcess(process.execPath, args, { cwd: packages.client.folder });

      expect(stdout).toMatch(/^(ERR_)?MODULE_NOT_FOUND\n$/);
    });

    it('provides the command of the sandbox', async () => {
      const { folder } = packages.everything;
      const command = join(folder, 'node_modules/.bin/lddpay-sandbox');
      const { version } = JSON.parse(read('../../sandbox/package.json'));

      expect(await runProcess(command, ['--version'], { cwd: folder })).toEqual({
        status: 0,
        stdout: `${version}\n`,
        stderr: '',
      });
    });
  });

  describe('the tarball of lddpay-contract', () => {
    const folder = () => getPackageFolder(packages.contract, 'lddpay-contract');

    it('contains only the build, README and license', async () => {
      const files = await listFiles(folder());
      const others = files.filter((file) => !file.startsWith('dist/'));

      expect(others).toEqual(['LICENSE', 'README.md', 'package.json']);
      expect(files.filter((file) => /^dist\/.*(?<!\.js)$/.test(file))).toEqual([]);
    });

    it('depends on exactly what it imports, at exact versions', async () => {
      const { dependencies } = JSON.parse(await readFile(join(folder(), 'package.json'), 'utf8'));
      const files = (await listFiles(folder())).filter((file) => file.startsWith('dist/'));
      const code = files.map((file) => readFileSync(join(folder(), file), 'utf8')).join('\n');
      const imported = [...code.matchAll(/^(?:import .*from|\} from) "((?:@[^/"]+\/)?[^./"]+)[^"\n]*";$/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !isBuiltin(name));

      expect(Object.keys(dependencies).sort()).toEqual([...new Set(imported)].sort());
      for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    });

    it('passes publint', async () => {
      const { status, stdout } = await runTool(
        'publint/src/cli.js',
        [packages.tarballs['lddpay-contract'], '--strict'],
        folder(),
      );

      expect(stdout).toContain('All good!');
      expect(status).toBe(0);
    });

    it('runs no install scripts, and brings the client once', async () => {
      const installed = Object.entries(await listInstalledPackages(packages.contract));

      expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
      expect(installed.map(([path]) => path).filter((path) => path.endsWith('/lddpay'))).toEqual([
        'node_modules/lddpay',
      ]);
    });
  });

  describe('the command lddpay-contract', { timeout: TIMEOUT_MS }, () => {
    const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
      runProcess(command, [...args, '--pause', '0'], {
        cwd: packages.contract.folder,
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      });
    /** Runs the installed command as npx does, which takes a while to find it. */
    const check = (env: NodeJS.ProcessEnv, ...args: string[]) =>
      run(join(packages.contract.folder, 'node_modules/.bin/lddpay-contract'), args, env);
    let sandbox: SandboxProcess;
    beforeAll(async () => {
      sandbox = await startSandbox(packages.contract);
    });
    afterAll(() => sandbox?.stop());

    it('finds no deviation in lddpay-sandbox with npx, reads only, and ends with 0', async () => {
      const { status, stdout, stderr } = await run('npx', ['lddpay-contract', '--json'], sandbox.env);

      expect(status, stderr).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ deviations: [], held: null });
      const ledger = await fetch(`${sandbox.env['LDDPAY_BASE_URL']}/_sandbox/ledger`);
      expect(await ledger.json()).toEqual([]);
    });

    it('makes payments and gives them back with LDDPAY_LIVE_WRITES=1', async () => {
      const { status, stdout, stderr } = await check(
        { ...sandbox.env, LDDPAY_LIVE_WRITES: '1' },
        '--markdown',
      );

      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/^# The live server matches the description\n/);
      expect(stdout).toContain('| `requestPayment` | 201, 422 |');
    });

    it('reports the deviation of another server, and ends with 1', async () => {
      const provider = await startProvider(createSandbox());
      onTestFinished(() => provider.close());
      provider.alter(replaceParts('getPaymentsList', 202, { status: 200 }));
      const env = providerEnvironment(provider);
      const [text, json, markdown] = await Promise.all([
        check(env),
        check(env, '--json'),
        check(env, '--markdown'),
      ]);

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

    it('ends with 2 and the reason, without a stack trace or a secret, when it cannot check anything', async () => {
      const unreachable = { ...sandbox.env, LDDPAY_BASE_URL: await findUnreachableUrl() };
      const results = await Promise.all([
        check(unreachable, '--json'),
        check({ ...sandbox.env, LDDPAY_BASE_URL: 'not a URL' }),
        check({ ...sandbox.env, LDDPAY_CLIENT_SECRET: 'a-wrong-secret' }),
        check({ ...sandbox.env, LDDPAY_SCOPE: '' }),
        check(sandbox.env, '--xml'),
      ]);

      const printed = results.map(({ stdout, stderr }) => stdout + stderr);
      expect(results.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2]);
      expect(JSON.parse(results[0]?.stdout ?? '')).toEqual({
        reason:
          'The host of LDDPAY_BASE_URL refuses the connection: nothing listens on its port (ECONNREFUSED).',
      });
      expect(printed[1]).toContain('LDDPAY_BASE_URL must be an http or https URL');
      expect(printed[2]).toContain('No token was issued: the token endpoint returned 400, invalid_client.');
      expect(printed[3]).toContain('LDDPAY_SCOPE is not set: the scope of access tokens.');
      expect(printed[4]).toMatch(/^Unknown option '--xml'.*\n\nUsage: npx lddpay-contract /s);
      expect(printed.join('\n')).not.toMatch(/^ {4}at |wrong-secret|sandbox-client-secret/m);
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
        const command = join(packages.contract.folder, 'node_modules/.bin/lddpay-contract');
        const { status, stdout, stderr } = await runProcess(
          node.binary,
          [command, '--pause', '0', '--json'],
          {
            env: sandbox.env,
          },
        );

        expect(status, stdout + stderr).toBe(0);
        expect(stderr.split('\n').filter((line) => !/^(\d{3} {2}|$)/.test(line))).toEqual([]);
      });
    });
  });

  describe.concurrent.each(COMPILERS)('with TypeScript %s', { timeout: TIMEOUT_MS }, (version, tsc) => {
    it('compiles, with each of the settings for modules', async () => {
      const settings = Object.entries<ModuleSettings>(MODULE_SETTINGS).filter(([, { compilers }]) =>
        compilers.includes(version),
      );
      const compilations = settings.flatMap(([name, setting]) => [
        ...(setting.type === 'module' ? [[`client, ${name}`, compileClient(setting)] as const] : []),
        [`both packages, ${name}`, compileBoth(setting)] as const,
      ]);
      expect(compilations.length).toBeGreaterThanOrEqual(6);

      expect(await compilePrograms(tsc, Object.fromEntries(compilations))).toBe('');
    });

    /** The client with the DOM and without the types of Node. Its declarations are the same in CommonJS. */
    const compileClient = (settings: ModuleSettings): Compilation => ({
      project: packages.client,
      settings,
      environment: { lib: ['ES2022', 'DOM'], types: [] },
      programs: {
        ...readConsumers('client.ts', 'journal.ts', 'observe.ts', 'openapi-fetch.ts'),
        'description.ts': DESCRIPTION,
      },
    });

    /** Both packages with the types of Node and without the DOM. */
    const compileBoth = (settings: ModuleSettings): Compilation => ({
      project: packages.everything,
      settings,
      environment: { lib: ['ES2022'], types: ['node'] },
      programs: readConsumers(
        'client.ts',
        'journal.ts',
        'observe.ts',
        'openapi-fetch.ts',
        'undici.ts',
        'sandbox.ts',
      ),
    });
  });

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

  describe('a bundle', () => {
    it.each(['index', 'journal', 'observe', 'openapi-fetch'])(
      'of %s causes no warning where the package is linked',
      async (entry) => {
        // Bundlers do not warn about what is in node_modules.
        await cp(getPackageFolder(packages.client, 'lddpay'), join(packages.client.folder, 'linked'), {
          recursive: true,
        });
        const program = `export * from './linked/dist/src/${entry}.js';`;

        await expect(measureBundle(packages.client, program)).resolves.toMatchObject({});
      },
    );

    it('contains only the signature code when a program imports only signRequest', () => {
      // With the errors, and with the reading of parameters that every body goes through.
      expect(sizes.signatureMinified).toBeLessThan(3 * 1024);
    });

    it('contains only the guards when a program imports only isPayment and isPayout', async () => {
      const program = `export { isPayment, isPayout } from 'lddpay';`;

      expect((await measureBundle(packages.client, program)).minified).toBeLessThan(640);
    });

    it(`of the whole client has at most ${MAX_BUNDLE_BYTES} bytes after gzip`, () => {
      expect(sizes.clientGzipped).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
    });

    it(`of createJournal alone has at most ${MAX_JOURNAL_BYTES} bytes after gzip`, () => {
      expect(sizes.journalGzipped).toBeLessThanOrEqual(MAX_JOURNAL_BYTES);
    });

    it(`of the whole client grows by at most ${MAX_ADDED_JOURNAL_BYTES} bytes after gzip with the journal`, () => {
      expect(sizes.withJournalGzipped - sizes.clientGzipped).toBeLessThanOrEqual(MAX_ADDED_JOURNAL_BYTES);
    });
  });
});
