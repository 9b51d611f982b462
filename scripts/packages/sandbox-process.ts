import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownProcess } from '../lib/interruption.js';
import type { Project } from './project.js';

/** The command of the sandbox as a process. */
export interface SandboxProcess {
  /** The variables of `optionsFromEnv`. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the command `lddpay-sandbox` of a project that has the package installed.
 *
 * @throws Error when it ends before it listens.
 */
export async function startSandbox({ folder }: Project): Promise<SandboxProcess> {
  const command = join(folder, 'node_modules/.bin/lddpay-sandbox');
  const child = spawn(process.execPath, [command, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  ownProcess(child);
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [found] = line.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('The sandbox ended before it listened.')));
  });
  const env = {
    LDDPAY_BASE_URL: url,
    LDDPAY_CLIENT_ID: 'ack_sandbox',
    LDDPAY_CLIENT_SECRET: 'sandbox-client-secret',
    LDDPAY_SCOPE: 'gateway',
  };
  const stop = async () => {
    child.kill();
    await exit;
  };
  return { env, stop };
}
