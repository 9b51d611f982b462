import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runProcess } from './run-process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** How a run of Redocly CLI ended. */
export interface RedoclyResult {
  readonly code: number;
  /** What it printed on both streams, in order. */
  readonly output: string;
  readonly stdout: string;
}

/**
 * Runs Redocly CLI in the root of the project, offline.
 *
 * @param onOutput Receives what it prints, as it comes.
 */
export async function redocly(
  args: readonly string[],
  onOutput: (chunk: Buffer) => void = () => {},
): Promise<RedoclyResult> {
  const chunks: Buffer[] = [];
  const { status, stdout } = await runProcess(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      // Requests to servers on this machine must not go through a proxy.
      NO_PROXY: '*',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
    onOutput: (chunk) => {
      chunks.push(chunk);
      onOutput(chunk);
    },
  });
  return { code: status ?? 1, output: Buffer.concat(chunks).toString(), stdout };
}
