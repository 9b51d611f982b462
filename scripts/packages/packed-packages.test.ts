import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from '../lib/run-process.js';
import { measureBundle } from './bundle-size.js';
import { COMPILERS, compilePrograms, RESOLUTIONS } from './compile.js';
import { measureSizes, type PackageSizes, renderSizes } from './package-sizes.js';
import { type PackedPackages, packPackages } from './packed-packages.js';
import { canInstall, getPackageFolder, listFiles, listInstalledPackages } from './project.js';
import { findUnmappedFiles } from './source-maps.js';
import { installTools, runTool } from './tools.js';

/** Installing depends on the speed of the network. */
const TIMEOUT_MS = 300_000;

const PACKAGES = ['lddpay', 'lddpay-sandbox'] as const;
const { devDependencies } = JSON.parse(read('../../package.json'));

/** A string and not a file like the other programs, because it does not compile before the packages are built. */
const DESCRIPTION = [
  `import description from 'lddpay/openapi.json' with { type: 'json' };`,
  `import { operations } from 'lddpay/operations';`,
  `export const path: '/payments' = operations.requestPayment.path;`,
  `export const version: string = description.openapi;`,
  `// @ts-expect-error: an operation that does not exist`,
  `operations.payRequest;`,
].join('\n');

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

    it('passes publint', async () => {
      const { status, stdout } = await runTool(
        'publint/src/cli.js',
        [packages.tarballs[name], '--strict'],
        folder(),
      );

      expect(stdout).toContain('All good!');
      expect(status).toBe(0);
    });

    it('has types that resolve for every kind of import', async () => {
      const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-color'];
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
    it.each([
      ['imports', 'module', 'entry-points.js'],
      ['CommonJS', 'commonjs', 'entry-points.cjs'],
    ])('exports its entry points to %s', async (_, type, file) => {
      const args = [`--input-type=${type}`, '-e', read(`consumers/${file}`)];
      const { stdout, stderr } = await runProcess(process.execPath, args, {
        cwd: packages.everything.folder,
      });

      expect(JSON.parse(stdout || stderr)).toEqual({
        approved: true,
        status: 'Captured',
        packages: ['lddpay', 'lddpay-sandbox'],
        described: true,
      });
    });

    it('names the missing peer dependency when undici is not installed', async () => {
      const program = `await import('lddpay/undici').catch(({ message }) => console.log(message));`;
      const { stdout } = await runProcess(process.execPath, ['--input-type=module', '-e', program], {
        cwd: packages.client.folder,
      });

      expect(stdout).toBe('lddpay/undici requires undici: npm install undici\n');
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

  describe.concurrent.each(COMPILERS)('with TypeScript %s', { timeout: TIMEOUT_MS }, (_, tsc) => {
    describe.each(Object.keys(RESOLUTIONS) as (keyof typeof RESOLUTIONS)[])(
      'and %s resolution',
      (resolution) => {
        it('compiles the client with the DOM and without the types of Node', async () => {
          const browser = { lib: ['ES2022', 'DOM'], types: [] };
          const programs = {
            ...readConsumers('client.ts', 'openapi-fetch.ts'),
            'description.ts': DESCRIPTION,
          };

          expect(await compilePrograms(packages.client, tsc, resolution, browser, programs)).toBe('');
        });

        it('compiles both packages with the types of Node and without the DOM', async () => {
          const node = { lib: ['ES2022'], types: ['node'] };
          const programs = readConsumers('client.ts', 'openapi-fetch.ts', 'undici.ts', 'sandbox.ts');

          expect(await compilePrograms(packages.everything, tsc, resolution, node, programs)).toBe('');
        });
      },
    );
  });

  describe('a bundle', () => {
    it.each(['index', 'openapi-fetch'])(
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
      expect(sizes.signatureMinified).toBeLessThan(2 * 1024);
    });

    it('of the whole client and openapi-fetch has at most 12 KB after gzip', () => {
      expect(sizes.clientGzipped).toBeLessThanOrEqual(12 * 1024);
    });
  });
});
