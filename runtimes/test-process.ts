import { bundleSuite } from './bundle.js';
import { DIFFERENCES } from './differences.js';
import { runProcess } from './run-process.js';
import { type ProcessRuntime, versionOf } from './runtimes.js';
import { openStage } from './stage.js';
import { judge, type Verdict } from './verdict.js';

/**
 * Tests the client on a runtime, against a sandbox of its own.
 *
 * @param project A folder that has the client installed.
 */
export async function testProcess(runtime: ProcessRuntime, project: string): Promise<Verdict> {
  const { name, entry, binary } = runtime;
  const version = versionOf(runtime);
  if (version === undefined) return { runtime: name, missing: `${binary} is not there or does not start` };
  const stage = await openStage();
  try {
    const bundle = await bundleSuite(project, entry, stage.settings);
    const outcome = await runProcess(binary, runtime.args(bundle), project);
    return judge(name, version, outcome, DIFFERENCES[name] ?? {});
  } finally {
    await stage.close();
  }
}
