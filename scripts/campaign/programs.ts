import { bundlePrograms } from '../lib/bundle-programs.js';
import { withTemporaryFolder } from '../lib/interruption.js';

const SANDBOX = new URL('faults/sandbox-server.ts', import.meta.url);
const WORKER = new URL('worker/main.ts', import.meta.url);

/** The paths of the programs of the processes. */
export interface Programs {
  readonly sandbox: string;
  readonly worker: string;
}

/** Bundles the programs, apart from what the processes write, since their code contains the secrets. */
export function withPrograms<Value>(use: (programs: Programs) => Promise<Value>): Promise<Value> {
  return withTemporaryFolder('lddpay-programs-', async (folder) => {
    const [sandbox, worker] = await bundlePrograms([SANDBOX, WORKER], folder);
    return use({ sandbox, worker });
  });
}
