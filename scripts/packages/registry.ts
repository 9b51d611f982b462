import { tmpdir } from 'node:os';
import { run } from './run.js';

/** Whether packages can be installed: the registry answers. */
export async function canInstall(): Promise<boolean> {
  const { status } = await run('npm', ['view', 'openapi-fetch', 'version', '--fetch-retries=0'], tmpdir());
  return status === 0;
}
