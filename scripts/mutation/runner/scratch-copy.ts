import { cp, mkdir, mkdtemp, readdir, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOutput } from '../../lib/run-process.js';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** A copy of the project in a temporary folder, for changes that must not reach the project. */
export interface ScratchCopy {
  /** Its absolute path, without a slash at the end. */
  readonly root: string;
  remove(): Promise<void>;
}

/** Copies the files of the project that git does not ignore. The installed packages are shared with it. */
export async function createScratchCopy(): Promise<ScratchCopy> {
  const files = await listFiles();
  const root = await realpath(await mkdtemp(join(tmpdir(), 'lddpay-mutation-')));
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(join(ROOT, file), join(root, file));
  }
  await linkPackages(join(ROOT, 'node_modules'), join(root, 'node_modules'), root);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/**
 * Lists the files of the project that git does not ignore and that exist.
 *
 * @throws {Error} When Git is not installed, or the project is no clone.
 */
export async function listFiles(cwd = ROOT): Promise<string[]> {
  const list = async (...options: string[]) => {
    const output = await readOutput('git', ['ls-files', '-z', ...options], { cwd }).catch(
      (error: unknown) => {
        const reason = error instanceof Error ? error.message.split('\n').at(-1) : error;
        throw new Error(
          `The files of the project could not be listed. Run it with Git in a clone (${reason}).`,
        );
      },
    );
    return output.split('\0').filter(Boolean);
  };
  const deleted = new Set(await list('--deleted'));
  const files = await list('--cached', '--others', '--exclude-standard');
  return files.filter((file) => !deleted.has(file));
}

/** Links the packages one by one, since the packages of this project must be those of the copy. */
async function linkPackages(from: string, to: string, root: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (entry.isSymbolicLink()) {
      const own = relative(ROOT, join(from, await readlink(source)));
      await symlink(join(root, own), join(to, entry.name));
    } else if (entry.name.startsWith('@')) {
      await linkPackages(source, join(to, entry.name), root);
    } else if (entry.name === '.bin' || !entry.name.startsWith('.')) {
      await symlink(source, join(to, entry.name));
    }
  }
}
