import { tmpdir } from 'node:os';
import { runProcess } from '../lib/run-process.js';

/** Whether packages can be installed: the registry answers. */
export async function canInstall(): Promise<boolean> {
  const { status } = await runProcess('npm', ['view', 'openapi-fetch', 'version', '--fetch-retries=0'], {
    cwd: tmpdir(),
  });
  return status === 0;
}
