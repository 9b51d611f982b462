import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProject, type Project } from './project.js';
import { npm } from './run.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The packages as they would be published, and projects that use them. */
export interface Stage {
  /** Where the tarballs are, by the names of their packages. */
  readonly tarballs: Readonly<Record<'lddpay' | 'lddpay-sandbox', string>>;
  /** Has the client installed, and nothing else. */
  readonly client: Project;
  /** Has both packages, undici and the types of Node installed. */
  readonly everything: Project;
  /** Takes all of it away. */
  strike(): Promise<void>;
}

/**
 * Builds and packs both packages, and installs them into empty projects.
 *
 * @param peers What the second project has besides, such as `undici@7.30.2`.
 * @throws Error with what npm said when something cannot be packed or installed.
 */
export async function setStage(peers: readonly string[]): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-packages-'));
  const client = await pack(folder, 'client');
  // The client was built with all that it takes: a build makes both packages.
  const sandbox = await pack(folder, 'sandbox', '--workspace', 'sandbox', '--ignore-scripts');
  return {
    tarballs: { lddpay: client, 'lddpay-sandbox': sandbox },
    client: await createProject(join(folder, 'with-client'), [client]),
    everything: await createProject(join(folder, 'with-everything'), [client, sandbox, ...peers]),
    strike: () => rm(folder, { recursive: true, force: true }),
  };
}

async function pack(folder: string, name: string, ...args: readonly string[]): Promise<string> {
  const destination = join(folder, name);
  await mkdir(destination);
  await npm(['pack', '--pack-destination', destination, ...args], root);
  const [tarball = ''] = await readdir(destination);
  return join(destination, tarball);
}
