import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcess } from '../lib/run-process.js';
import { COMPILERS, compile, RESOLUTIONS } from './compile.js';
import { type Figures, tableOf, weigh } from './figures.js';
import { sourceless } from './maps.js';
import { filesBelow, installedPackages, packageFolder } from './project.js';
import { canInstall } from './registry.js';
import { type Stage, setStage } from './stage.js';
import { installTools, runTool } from './tools.js';

/** Installing takes as long as the network. */
const PATIENCE = 300_000;

const PACKAGES = ['lddpay', 'lddpay-sandbox'] as const;
const { devDependencies } = JSON.parse(read('../../package.json'));

/** A program that cannot be compiled before the packages are built. */
const DESCRIPTION = [
  `import description from 'lddpay/openapi.json' with { type: 'json' };`,
  `import { operations } from 'lddpay/operations';`,
  `export const path: '/payments' = operations.requestPayment.path;`,
  `export const version: string = description.openapi;`,
  `// @ts-expect-error: an operation that does not exist`,
  `operations.payRequest;`,
].join('\n');

const without = (await canInstall()) ? '' : ' (skipped: the registry cannot be reached)';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** Programs that use the packages, by file name. */
function consumers(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, read(`consumers/${name}`)]));
}

describe.skipIf(without !== '')(`the packages as their users get them${without}`, () => {
  let stage: Stage;
  let figures: Figures;
  beforeAll(async () => {
    await installTools();
    stage = await setStage(['undici', '@types/node'].map((name) => `${name}@${devDependencies[name]}`));
    figures = await weigh(stage.client);
  }, PATIENCE);
  afterAll(async () => {
    if (figures) console.log(tableOf(figures));
    await stage?.strike();
  });

  describe.each(PACKAGES)('the tarball of %s', (name) => {
    const folder = () => packageFolder(stage.everything, name);

    it('holds what was built, its source and what to read, and nothing else', async () => {
      const known = ['LICENSE', 'README.md', 'dist', 'generated', 'package.json', 'src'];
      const files = await filesBelow(folder());

      expect(readdirSync(folder()).filter((entry) => !known.includes(entry))).toEqual([]);
      expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
      expect(files.filter((file) => /\.test(-d)?\.|(^|\/)(testing|scripts)\//.test(file))).toEqual([]);
    });

    it('opens the source of all its code and declarations', async () => {
      expect(await sourceless(folder())).toEqual([]);
    });

    it('has nothing that publint would mend', async () => {
      const { status, stdout } = await runTool(
        'publint/src/cli.js',
        [stage.tarballs[name], '--strict'],
        folder(),
      );

      expect(stdout).toContain('All good!');
      expect(status).toBe(0);
    });

    it('has types that are right for everybody who imports it', async () => {
      const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-color'];
      const { status, stdout, stderr } = await runTool(
        '@arethetypeswrong/cli/dist/index.js',
        [stage.tarballs[name], ...options],
        folder(),
      );

      expect(status, stdout || stderr).toBe(0);
    });
  });

  describe('installing', () => {
    it('the client makes three packages at most', () => {
      expect(figures.packages).toBeLessThanOrEqual(3);
    });

    it('runs no script of any package', async () => {
      const installed = Object.entries(await installedPackages(stage.everything));

      expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    });
  });

  describe('an installed package', () => {
    it('gives every entry point to a program', async () => {
      const { folder } = stage.everything;
      const program = read('consumers/entry-points.js');
      const { stdout, stderr } = await runProcess(process.execPath, ['--input-type=module', '-e', program], {
        cwd: folder,
      });

      expect(JSON.parse(stdout || stderr)).toEqual({
        approved: true,
        packages: ['lddpay', 'lddpay-sandbox'],
        described: true,
      });
    });

    it('says what its transport needs where undici is not installed', async () => {
      const program = `await import('lddpay/undici').catch(({ message }) => console.log(message));`;
      const { stdout } = await runProcess(process.execPath, ['--input-type=module', '-e', program], {
        cwd: stage.client.folder,
      });

      expect(stdout).toBe('lddpay/undici needs undici: npm install undici\n');
    });

    it('gives the command of the sandbox', async () => {
      const { folder } = stage.everything;
      const command = join(folder, 'node_modules/.bin/lddpay-sandbox');
      const { version } = JSON.parse(read('../../sandbox/package.json'));

      expect(await runProcess(command, ['--version'], { cwd: folder })).toEqual({
        status: 0,
        stdout: `${version}\n`,
        stderr: '',
      });
    });
  });

  describe.concurrent.each(COMPILERS)('under TypeScript %s', { timeout: PATIENCE }, (_, tsc) => {
    describe.each(Object.keys(RESOLUTIONS) as (keyof typeof RESOLUTIONS)[])('with %s', (resolution) => {
      it('the client compiles without the types of Node, where there is a DOM', async () => {
        const browser = { lib: ['ES2022', 'DOM'], types: [] };
        const programs = { ...consumers('client.ts'), 'description.ts': DESCRIPTION };

        expect(await compile(stage.client, tsc, resolution, browser, programs)).toBe('');
      });

      it('both packages compile with the types of Node, where there is no DOM', async () => {
        const node = { lib: ['ES2022'], types: ['node'] };
        const programs = consumers('client.ts', 'undici.ts', 'sandbox.ts');

        expect(await compile(stage.everything, tsc, resolution, node, programs)).toBe('');
      });
    });
  });

  describe('a bundle', () => {
    it('of the signature alone leaves the rest of the client out', () => {
      expect(figures.signatureMinified).toBeLessThan(2 * 1024);
    });

    it('of the whole client, openapi-fetch included, takes 12 KB at most over the wire', () => {
      expect(figures.clientGzipped).toBeLessThanOrEqual(12 * 1024);
    });
  });
});
