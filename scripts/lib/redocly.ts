import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

export interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs Redocly CLI in the project's root, offline, and gives what it printed. */
export function redocly(args: readonly string[], onOutput?: (chunk: Buffer) => void): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // What stays on this machine must not go through a proxy.
      NO_PROXY: '*',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      onOutput?.(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { code } = await redocly(process.argv.slice(2), (chunk) => process.stdout.write(chunk));
  process.exitCode = code;
}
