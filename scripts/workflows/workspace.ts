import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workflows = fileURLToPath(new URL('../../openapi/workflows/', import.meta.url));

/** The bundled description. */
export const DESCRIPTION = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

/** What a run of the workflows needs. */
export interface Workspace {
  /** A temporary folder for whatever comes of them. */
  readonly folder: string;
  /** The paths of the workflows. */
  readonly files: readonly string[];
}

/** Hands out a workspace, and removes its folder with all that it holds once it was used. */
export async function inWorkspace<Result>(use: (workspace: Workspace) => Promise<Result>): Promise<Result> {
  const names = await readdir(workflows);
  const files = names.filter((name) => name.endsWith('.arazzo.yaml')).map((name) => join(workflows, name));
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-workflows-'));
  try {
    return await use({ folder, files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
