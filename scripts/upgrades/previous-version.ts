import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../lib/run-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIRST_VERSION = new URL('first-version.json', import.meta.url);

/** A version that users may have installed. */
export interface PreviousVersion {
  /** The tag, or the short name of the commit where there is no tag. */
  readonly name: string;
  readonly commit: string;
}

/**
 * Finds the version before this one: the newest tag `v*` of another commit, or the commit in `first-version.json`
 * while there is none. Prereleases do not count, since they are not published.
 *
 * @param folder The repository. @default this one
 * @returns undefined when the history does not have it: in a shallow clone, or without git.
 */
export async function findPreviousVersion(folder = ROOT): Promise<PreviousVersion | undefined> {
  const head = await git(folder, 'rev-parse', 'HEAD');
  const tags = await git(folder, 'tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-version:refname');
  for (const tag of tags?.split('\n').filter((one) => one !== '' && !one.includes('-')) ?? []) {
    const commit = await git(folder, 'rev-parse', `${tag}^{commit}`);
    if (commit !== undefined && commit !== head) return { name: tag, commit };
  }
  const { commit } = JSON.parse(await readFile(FIRST_VERSION, 'utf8')) as { readonly commit: string };
  const isThere = (await git(folder, 'cat-file', '-e', `${commit}^{tree}`)) !== undefined;
  return isThere ? { name: commit.slice(0, 7), commit } : undefined;
}

/** Runs git, and returns what it printed; undefined when it failed. */
async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { status, stdout } = await runProcess('git', args, { cwd: folder }).catch(() => ({
    status: 1,
    stdout: '',
  }));
  return status === 0 ? stdout.trim() : undefined;
}
