import { readdirSync, readFileSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../lib/files.js';
import { runProcess } from '../lib/run-process.js';
import { TYPESCRIPT } from '../lib/typescript.js';
import { measureBundle } from './bundle-size.js';
import { compilePrograms, listModuleSettings } from './compile.js';
import { createCompilations, ENTRY_POINT_PROGRAMS, ENTRY_POINTS_OUTPUT } from './consumers.js';
import { measureSizes, type PackageSizes, renderSizes } from './package-sizes.js';
import { type PackedPackages, packPackages } from './packed-packages.js';
import { canInstall, getPackageFolder, listInstalledPackages } from './project.js';
import { type SandboxProcess, startSandbox } from './sandbox-process.js';
import { findUnmappedFiles } from './source-maps.js';

/** Installing depends on the speed of the network. */
const TIMEOUT_MS = 300_000;

const PACKAGES = ['lddpay', 'lddpay-sandbox'] as const;

/** Where the sandbox has the licenses of dependencies that its build contains. */
const LICENSES = 'dist/embedded-licenses.txt';

/** The root bundle, minified and compressed. */
const MAX_BUNDLE_BYTES = 20_800;

/** A bundle of `createJournal` alone, and what the journal adds to the root bundle, minified and compressed. */
const MAX_JOURNAL_BYTES = 19_200;
const MAX_ADDED_JOURNAL_BYTES = 12_240;

const skipped = (await canInstall()) ? '' : ' (skipped: npm cannot reach the registry)';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

describe.skipIf(skipped !== '')(`the packed packages${skipped}`, () => {
  let packages: PackedPackages;
  let sizes: PackageSizes;
  beforeAll(async () => {
    packages = await packPackages();
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

    it('awaits nothing at the top level of a module', async () => {
      const files = (await listFiles(folder())).filter((file) => /^dist\/.*\.js$/.test(file));
      expect(files.length).toBeGreaterThan(10);
      const supported = { 'top-level-await': false };

      for (const file of files) {
        const code = await readFile(join(folder(), file), 'utf8');
        await expect(transform(code, { supported, sourcefile: file }), file).resolves.toBeDefined();
      }
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
    it.each(ENTRY_POINT_PROGRAMS)('exports its entry points to %s', async (_, type, program) => {
      const args = [`--input-type=${type}`, '-e', program];
      const { stdout, stderr } = await runProcess(process.execPath, args, {
        cwd: packages.everything.folder,
      });

      expect(JSON.parse(stdout || stderr)).toEqual(ENTRY_POINTS_OUTPUT);
      // Before Node.js 22.12, importing JSON causes one.
      if (type === 'commonjs') expect(stderr).toBe('');
    });

    it('has types for each of the settings for modules', { timeout: TIMEOUT_MS }, async () => {
      const settings = listModuleSettings('7');
      expect(settings.length).toBeGreaterThanOrEqual(4);

      const compilations = createCompilations(packages, settings);
      expect(await compilePrograms(TYPESCRIPT, compilations, '--singleThreaded')).toBe('');
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

    it('makes payments and gives them back with LDDPAY_LIVE_WRITES=1', async () => {
      const { status, stdout, stderr } = await check(
        { ...sandbox.env, LDDPAY_LIVE_WRITES: '1' },
        '--markdown',
      );

      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/^# The live server matches the description\n/);
      expect(stdout).toContain('| `requestPayment` | 201, 422 |');
    });

    it('ends with 2 and the reason, without a stack trace or a secret, when it cannot check anything', async () => {
      const [rejected, misused] = await Promise.all([
        check({ ...sandbox.env, LDDPAY_CLIENT_SECRET: 'a-wrong-secret' }, '--json'),
        check(sandbox.env, '--xml'),
      ]);

      const printed = [rejected, misused].map(({ stdout, stderr }) => stdout + stderr);
      expect([rejected.status, misused.status]).toEqual([2, 2]);
      expect(JSON.parse(rejected.stdout)).toEqual({
        reason: expect.stringContaining(
          'No token was issued: the token endpoint returned 400, invalid_client.',
        ),
      });
      expect(printed[1]).toMatch(
        /^Unknown option '--xml'.*\nRun lddpay-contract --help for all options\.\n$/s,
      );
      expect(printed.join('\n')).not.toMatch(/^ {4}at |wrong-secret|sandbox-client-secret/m);
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
      expect(sizes.signatureMinified).toBeLessThan(4 * 1024);
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
