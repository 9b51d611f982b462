import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from './bundle.js';
import { installedFile } from './install.js';

/** A runtime that runs the suite as a process. */
export interface ProcessRuntime {
  readonly name: string;
  readonly entry: Entry;
  readonly binary: string;
  /** Returns the arguments that run a bundle. */
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
    // The configuration embeds the bundle by a path that is resolved below this folder.
    args: (bundle) => ['test', `--import-path=${dirname(bundle)}`, WORKERD_CONFIG],
  },
];

/** The runtime that is a web page in Chromium. */
export const BROWSER = 'browser';

/** The names of all runtimes, in the order they are tested. */
export const RUNTIME_NAMES: readonly string[] = [...PROCESS_RUNTIMES.map(({ name }) => name), BROWSER];
