import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packRelease } from './pack-release.js';

const RELEASE = { tag: 'v1.2.3', repositoryUrl: 'https://github.example/someone/a-fork' };

let root: string;
let destination: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lddpay-release-'));
  destination = join(root, 'release');
  await mkdir(join(root, 'sandbox'));
  await mkdir(join(root, 'contract'));
  await writeFile(join(root, 'CHANGELOG.md'), '# Changelog\n\n## 1.2.3\n\n- Something new.\n');
  await writeManifest('.', { name: 'lddpay', workspaces: ['sandbox', 'contract'], files: ['built.txt'] });
  await writeManifest('sandbox', { name: 'lddpay-sandbox' });
  await writeManifest('contract', { name: 'lddpay-contract', dependencies: { lddpay: '1.2.3' } });
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function writeManifest(folder: string, fields: object): Promise<void> {
  // Builds what the package of the root holds.
  const scripts = { prepack: `node -e "require('fs').writeFileSync('built.txt', 'built')"` };
  await writeFile(
    join(root, folder, 'package.json'),
    JSON.stringify({ version: '1.2.3', scripts, ...fields }),
  );
}

function readPacked(tarball: string, file: string): string {
  return execFileSync('tar', ['-xzOf', join(destination, tarball), `package/${file}`], { encoding: 'utf8' });
}

it('the packages of this repository have one version, and depend on that version of each other', () => {
  const [client, ...others] = ['', 'sandbox/', 'contract/'].map((folder) =>
    JSON.parse(readFileSync(new URL(`../../${folder}package.json`, import.meta.url), 'utf8')),
  );
  expect(others.map(({ version }) => version)).toEqual([client.version, client.version]);
  expect(others.map(({ dependencies }) => dependencies.lddpay)).toEqual([undefined, client.version]);
});

describe('packRelease', () => {
  it('packs packages that name the repository, and writes the notes of the tag', async () => {
    await packRelease(root, RELEASE, destination);

    expect((await readdir(destination)).sort()).toEqual([
      'lddpay-1.2.3.tgz',
      'lddpay-contract-1.2.3.tgz',
      'lddpay-sandbox-1.2.3.tgz',
      'notes.md',
    ]);
    expect(JSON.parse(readPacked('lddpay-1.2.3.tgz', 'package.json'))).toMatchObject({
      name: 'lddpay',
      version: '1.2.3',
      repository: { type: 'git', url: 'git+https://github.example/someone/a-fork.git' },
      bugs: { url: 'https://github.example/someone/a-fork/issues' },
      homepage: 'https://github.example/someone/a-fork#readme',
    });
    expect(JSON.parse(readPacked('lddpay-sandbox-1.2.3.tgz', 'package.json'))).toMatchObject({
      name: 'lddpay-sandbox',
      version: '1.2.3',
      repository: {
        type: 'git',
        url: 'git+https://github.example/someone/a-fork.git',
        directory: 'sandbox',
      },
      bugs: { url: 'https://github.example/someone/a-fork/issues' },
      homepage: 'https://github.example/someone/a-fork/tree/HEAD/sandbox#readme',
    });
    expect(JSON.parse(readPacked('lddpay-contract-1.2.3.tgz', 'package.json'))).toMatchObject({
      name: 'lddpay-contract',
      version: '1.2.3',
      repository: { directory: 'contract' },
      dependencies: { lddpay: '1.2.3' },
    });
    expect(readPacked('lddpay-1.2.3.tgz', 'built.txt')).toBe('built');
    expect(await readFile(join(destination, 'notes.md'), 'utf8')).toBe('- Something new.\n');
  });

  it('throws for a prerelease', async () => {
    await expect(packRelease(root, { ...RELEASE, tag: 'v1.2.3-rc.1' }, destination)).rejects.toThrow(
      'Prereleases are not published, and v1.2.3-rc.1 is one.',
    );
  });

  it('throws when a package has another version than the tag', async () => {
    await writeManifest('sandbox', { name: 'lddpay-sandbox', version: '1.2.2' });
    await expect(packRelease(root, RELEASE, destination)).rejects.toThrow(
      'lddpay-sandbox has version 1.2.2, but the tag is v1.2.3.',
    );
  });

  it('throws when a package depends on another version than the tag', async () => {
    await writeManifest('contract', { name: 'lddpay-contract', dependencies: { lddpay: '1.2.2' } });
    await expect(packRelease(root, RELEASE, destination)).rejects.toThrow(
      'lddpay-contract depends on lddpay 1.2.2, but the tag is v1.2.3.',
    );
  });

  it('throws before it changes anything when the changelog has no notes for the tag', async () => {
    await writeFile(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- Something new.\n');
    const before = await readFile(join(root, 'package.json'), 'utf8');
    await expect(packRelease(root, RELEASE, destination)).rejects.toThrow('no notes for 1.2.3');
    expect(await readFile(join(root, 'package.json'), 'utf8')).toBe(before);
    expect(await readdir(root)).not.toContain('release');
  });
});
