import { existsSync } from 'node:fs';
import { PROCESS_RUNTIMES, type ProcessRuntime } from '../../runtimes/runtimes.js';

/** A runtime that loads the packages. */
export type Runtime = Pick<ProcessRuntime, 'name' | 'binary'>;

/** The Node.js that runs this, and those of `runtimes/`. */
export const NODES: readonly Runtime[] = [
  { name: `this Node.js, ${process.version}`, binary: process.execPath },
  ...PROCESS_RUNTIMES.filter(({ name }) => name.startsWith('node')),
];

/** The other runtimes that load packages from `node_modules`, with the arguments that run a program. */
export const OTHER_RUNTIMES: readonly (Runtime & { readonly args: readonly string[] })[] = [
  { ...find('bun'), args: ['run', '--no-install'] },
  { ...find('deno'), args: ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1', '--allow-env'] },
];

/** Returns what the title of a test adds about a runtime that is not installed; empty when it is. */
export function reasonToSkip({ binary }: Runtime): string {
  return existsSync(binary) ? '' : ' (skipped: npm run test:packages installs it)';
}

function find(name: string): Runtime {
  const found = PROCESS_RUNTIMES.find((runtime) => runtime.name === name);
  if (!found) throw new Error(`runtimes/ has no ${name}.`);
  return found;
}
