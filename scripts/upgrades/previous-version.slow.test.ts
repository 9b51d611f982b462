import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readOutput } from '../lib/run-process.js';
import { findPreviousVersion } from './previous-version.js';

it('findPreviousVersion finds the newest tag of a version, and not one of this commit', async () => {
  const { folder, git, commit } = await createRepository();
  const first = await commit('one');
  await git('tag', 'v0.9.0');
  await git('tag', 'nightly');
  const second = await commit('two');
  await git('tag', '-a', 'v0.10.0', '-m', 'two');

  expect(await findPreviousVersion(folder)).toEqual({ name: 'v0.9.0', commit: first });
  await commit('three');
  expect(await findPreviousVersion(folder)).toEqual({ name: 'v0.10.0', commit: second });
});

it('findPreviousVersion leaves out prereleases', async () => {
  const { folder, git, commit } = await createRepository();
  const first = await commit('one');
  await git('tag', 'v1.0.0');
  await commit('two');
  await git('tag', 'v1.0.0-rc.1');
  await git('tag', 'v1.1.0-rc.1');
  await commit('three');

  expect(await findPreviousVersion(folder)).toEqual({ name: 'v1.0.0', commit: first });
});

it('findPreviousVersion finds nothing without a tag where the history does not have the first version', async () => {
  const { folder, commit } = await createRepository();
  await commit('one');

  expect(await findPreviousVersion(folder)).toBeUndefined();
});

it('findPreviousVersion finds nothing where there is no repository', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrades-'));
  onTestFinished(() => rm(folder, { recursive: true }));

  expect(await findPreviousVersion(folder)).toBeUndefined();
});

async function createRepository() {
  const folder = await mkdtemp(join(tmpdir(), 'upgrades-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const git = async (...args: readonly string[]) =>
    (await readOutput('git', [...identity, ...args], { cwd: folder })).trim();
  await git('init', '--quiet');
  const commit = async (text: string) => {
    await writeFile(join(folder, 'file'), text);
    await git('add', 'file');
    await git('commit', '--quiet', '-m', text);
    return git('rev-parse', 'HEAD');
  };
  return { folder, git, commit };
}
