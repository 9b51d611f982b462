import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { installLocked, installPackages, npm, packPackage } from './npm.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lddpay-install-'));
  await mkdir(join(folder, 'local'));
  await writeFile(join(folder, 'local/package.json'), '{ "name": "local", "version": "1.0.0" }');
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
});
afterAll(() => rm(folder, { recursive: true }));

// One test after the other: each goes on with the folder of the one before.
describe('a folder with a lockfile', () => {
  const installed = () => join(folder, 'node_modules/local/package.json');

  async function countInstallations(): Promise<number> {
    let count = 0;
    await installLocked(pathToFileURL(`${folder}/`), () => {
      count += 1;
    });
    return count;
  }

  it('lists what installPackages has installed', async () => {
    await installPackages(['./local'], folder);

    expect(existsSync(installed())).toBe(true);
    expect(await readFile(join(folder, 'package-lock.json'), 'utf8')).toContain('"local"');
  });

  it('is installed once, from its lockfile', async () => {
    await rm(join(folder, 'node_modules'), { recursive: true });

    expect(await countInstallations()).toBe(1);
    expect(existsSync(installed())).toBe(true);
    expect(await countInstallations()).toBe(0);
  });

  it('is installed again after its lockfile has changed', async () => {
    const lockfile = join(folder, 'package-lock.json');
    await writeFile(lockfile, `${await readFile(lockfile, 'utf8')}\n`);

    expect(await countInstallations()).toBe(1);
  });

  it.each(['notice', 'silent'])(
    'is reported with the output of npm when it cannot be installed, at log level %s',
    async (level) => {
      vi.stubEnv('npm_config_loglevel', level);
      onTestFinished(() => void vi.unstubAllEnvs());
      await writeFile(join(folder, 'package-lock.json'), '{}');

      await expect(countInstallations()).rejects.toThrow(/^npm ci .* failed:.*npm error/s);
    },
  );
});

it('npm returns what it prints', async () => {
  expect(await npm(['--version'], tmpdir())).toMatch(/^\d+\.\d+\.\d+/);
});

it('packPackage is reported with the output of npm when it fails', async () => {
  const missing = join(tmpdir(), 'lddpay-no-such-folder/packages');

  await expect(packPackage('lddpay-contract', missing)).rejects.toThrow(/^npm pack .* failed:.*ENOENT/s);
});
