import { fork } from 'node:child_process';
import { text } from 'node:stream/consumers';

/**
 * Runs a script of this folder in a fresh process, as plain JavaScript, and gives what it tells.
 *
 * @throws Error with what it complained of when it ends without having told anything.
 */
export function ask<Answer>(script: string, args: readonly string[]): Promise<Answer> {
  const child = fork(new URL(script, import.meta.url), args, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaints = child.stderr ? text(child.stderr) : Promise.resolve('');
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('close', async (code) => {
      reject(new Error(`${script} ${args.join(' ')} ended with ${code}:\n${await complaints}`));
    });
  });
}
