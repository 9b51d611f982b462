import { readdirSync, readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from '../lib/run-process.js';
import { measureBundle } from './bundle-size.js';
import { COMPILERS, compilePrograms, MODULE_SETTINGS } from './compile.js';
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

/** Strings and not files like the other programs, because they do not compile before the packages are built. */
const describedBy = (attributes: string) =>
  [
    `import description from 'lddpay/openapi.json'${attributes};`,
    `import { operations } from 'lddpay/operations';`,
    `export const path: '/payments' = operations.requestPayment.path;`,
    `export const version: string = description.openapi;`,
    `// @ts-expect-error: an operation that does not exist`,
    `operations.payRequest;`,
  ].join('\n');
const DESCRIPTION = {
  module: describedBy(` with { type: 'json' }`),
  commonjs: describedBy(''),
};

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

  describe.concurrent.each(COMPILERS)('with TypeScript %s', { timeout: TIMEOUT_MS }, (version, tsc) => {
    const settings = Object.entries(MODULE_SETTINGS).filter(([, { compilers }]) =>
      (compilers as readonly string[]).includes(version),
    );

    describe.each(settings)('and %s', (_, setting) => {
      // The declarations are the same in CommonJS.
      it.skipIf(setting.type === 'commonjs')(
        'compiles the client with the DOM and without the types of Node',
        async () => {
          const browser = { lib: ['ES2022', 'DOM'], types: [] };
          const programs = {
            ...readConsumers('client.ts', 'journal.ts', 'observe.ts', 'openapi-fetch.ts'),
            'description.ts': DESCRIPTION[setting.type],
          };

          expect(await compilePrograms(packages.client, tsc, setting, browser, programs)).toBe('');
        },
      );

      it('compiles both packages with the types of Node and without the DOM', async () => {
        const node = { lib: ['ES2022'], types: ['node'] };
        const programs = readConsumers(
          'client.ts',
          'journal.ts',
          'observe.ts',
          'openapi-fetch.ts',
          'undici.ts',
          'sandbox.ts',
        );

        expect(await compilePrograms(packages.everything, tsc, setting, node, programs)).toBe('');
      });
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

    it('of the whole client has at most 14,912 bytes after gzip', () => {
      expect(sizes.clientGzipped).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
    });

    it('of createJournal alone has at most 8,768 bytes after gzip', () => {
      expect(sizes.journalGzipped).toBeLessThanOrEqual(MAX_JOURNAL_BYTES);
    });

    it('of the whole client grows by at most 4,800 bytes after gzip with the journal', () => {
      expect(sizes.withJournalGzipped - sizes.clientGzipped).toBeLessThanOrEqual(MAX_ADDED_JOURNAL_BYTES);
    });
  });
});
