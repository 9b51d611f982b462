import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of the folder in which the processes of a run share the site: see `getBuiltSite`. */
    siteFolder: string;
  }
}

/** Names a folder of the run, which the first test that needs the site creates. */
export function setup(project: TestProject): () => Promise<void> {
  const siteFolder = join(tmpdir(), `lddpay-site-${randomUUID()}`);
  const remove = () => rm(siteFolder, { recursive: true, force: true });
  project.provide('siteFolder', siteFolder);
  project.onTestsRerun(remove);
  return remove;
}
