import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from '../lib/interruption.js';
import { type PackageName, packPackage } from '../lib/npm.js';
import { printProgress } from '../lib/progress.js';
import { createProject, type Project } from './project.js';

/** The packages as they would be published, and projects that use them. */
export interface PackedPackages {
  /** The paths of the tarballs by package name. */
  readonly tarballs: Readonly<Record<PackageName, string>>;
  /** A project that has only the client installed, and so that it reaches only its own dependencies. */
  readonly client: Project;
  /** A project that has client, sandbox and the peers installed. */
  readonly everything: Project;
  /** A project that has the live check installed, and the other two packages. */
  readonly contract: Project;
  /** Removes tarballs and projects. */
  remove(): Promise<void>;
}

const { devDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly devDependencies: Readonly<Record<string, string>> };

/** The peers of the packages, and the types that their declarations need. */
const PEERS = ['undici', '@types/node'].map((name) => `${name}@${devDependencies[name]}`);

/**
 * Builds and packs the packages, and installs them into empty projects.
 *
 * @throws Error with the output of npm when it cannot pack or install a package.
 */
export async function packPackages(): Promise<PackedPackages> {
  const { path: folder, remove } = createTemporaryFolder('lddpay-packages-');
  printProgress('Building and packing the packages …');
  const client = await packPackage('lddpay', folder);
  // Packing the client has built all packages.
  const sandbox = await packPackage('lddpay-sandbox', folder);
  const contract = await packPackage('lddpay-contract', folder);
  printProgress('Installing them …');
  return {
    tarballs: { lddpay: client, 'lddpay-sandbox': sandbox, 'lddpay-contract': contract },
    client: await createProject(join(folder, 'with-client'), [client], '--install-strategy=nested'),
    everything: await createProject(join(folder, 'with-everything'), [client, sandbox, ...PEERS]),
    contract: await createProject(join(folder, 'with-contract'), [client, sandbox, contract]),
    remove,
  };
}
