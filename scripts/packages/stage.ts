import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../lib/npm.js';
import { createProject, type Project } from './project.js';

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
  const client = await packPackage('lddpay', folder);
  // The client was built with all that it takes: a build makes both packages.
  const sandbox = await packPackage('lddpay-sandbox', folder);
  return {
    tarballs: { lddpay: client, 'lddpay-sandbox': sandbox },
    client: await createProject(join(folder, 'with-client'), [client]),
    everything: await createProject(join(folder, 'with-everything'), [client, sandbox, ...peers]),
    strike: () => rm(folder, { recursive: true, force: true }),
  };
}
