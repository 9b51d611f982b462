import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from './bundle.js';
import { installedFile } from './install.js';

/** A runtime that runs the suite as a process. */
export interface ProcessRuntime {
  readonly name: string;
  readonly entry: Entry;
  readonly binary: string;
  /** The arguments that run a bundle. */
  args(bundle: string): string[];
}

const { platform, arch } = process;

const WORKERD_CONFIG = fileURLToPath(new URL('workerd.capnp', import.meta.url));

/** The runtimes that are processes, in the order they are tested. */
export const PROCESS_RUNTIMES: readonly ProcessRuntime[] = [
  ...[20, 22, 24, 26].map(
    (major): ProcessRuntime => ({
      name: `node${major}`,
      entry: 'server',
      binary: installedFile(`node${major}-${platform}-${arch}/bin/node`),
      args: (bundle) => [bundle],
    }),
  ),
  {
    name: 'bun',
    entry: 'server',
    binary: installedFile(`@oven/bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}/bin/bun`),
    args: (bundle) => ['run', '--no-install', bundle],
  },
  {
    name: 'deno',
    entry: 'server',
    binary: installedFile(`@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}/deno`),
    // The client needs the network alone: neither files nor the environment.
    args: (bundle) => ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1', bundle],
  },
  {
    name: 'workerd',
    entry: 'worker',
    binary: installedFile('workerd/bin/workerd'),
    // The configuration embeds the bundle by a path that is looked up below this folder.
    args: (bundle) => ['test', `--import-path=${dirname(bundle)}`, WORKERD_CONFIG],
  },
];

/** The version that a runtime says it is; undefined when it is not there or does not start. */
export function versionOf({ binary }: ProcessRuntime): string | undefined {
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d[\d.-]*\d/.exec(stdout)?.[0] : undefined;
}
