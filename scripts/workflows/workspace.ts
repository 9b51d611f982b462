import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withTemporaryFolder } from '../lib/interruption.js';

const workflows = fileURLToPath(new URL('../../openapi/workflows/', import.meta.url));

/** The path of the bundled description. */
export const DESCRIPTION = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

/** The files of a run. */
export interface Workspace {
  /** The path of a temporary folder for reports. */
  readonly folder: string;
  /** The paths of the workflows. */
  readonly files: readonly string[];
}

/** Calls a function with a workspace, and then removes its folder. */
export async function withWorkspace<Value>(use: (workspace: Workspace) => Promise<Value>): Promise<Value> {
  const names = await readdir(workflows);
  const files = names.filter((name) => name.endsWith('.arazzo.yaml')).map((name) => join(workflows, name));
  return withTemporaryFolder('lddpay-workflows-', (folder) => use({ folder, files }));
}
