import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { runModule } from './testing/run-module.js';

const COMMAND = fileURLToPath(new URL('testing/command.ts', import.meta.url));

const run = (ends: string, ...args: readonly string[]) =>
  runModule(COMMAND, args, { env: { ...process.env, ENDS: ends } });

describe.concurrent('a command', () => {
  it('ends with the status that its job returns', async () => {
    expect(await run('0')).toEqual({ status: 0, stdout: 'done\n', stderr: '' });
    expect(await run('1')).toEqual({ status: 1, stdout: 'done\n', stderr: '' });
  });

  it.each(['--help', '-h'])('prints its usage for %s and does nothing', async (help) => {
    expect(await run('1', help)).toEqual({ status: 0, stdout: 'Usage: command\n', stderr: '' });
  });

  it('names a mistake of use, prints the usage and does nothing', async () => {
    const { status, stdout, stderr } = await run('0', '--force');

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--force'.*\n\nUsage: command\n$/);
  });

  it('prints the message of an error alone and ends with its failure status', async () => {
    const { status, stderr } = await run('error');

    expect({ status, stderr }).toEqual({ status: 3, stderr: 'The file cannot be read.\n' });
  });

  it.runIf(existsSync('/dev/full'))(
    'ends with its failure status when its output cannot be written, and says so in one line',
    async () => {
      const [output, errors] = await Promise.all([runOnFullDisk('stdout'), runOnFullDisk('stderr')]);

      expect(output).toEqual({
        status: 3,
        stdout: '',
        stderr: 'The output cannot be written: ENOSPC: no space left on device, write\n',
      });
      // The error that it prints is lost, its status is not.
      expect(errors).toEqual({ status: 3, stdout: 'done\n', stderr: '' });
    },
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('removes what it owns after %s and ends with %s', async (signal, status) => {
    const child = spawn(process.execPath, ['--import', 'tsx', COMMAND], {
      env: { ...process.env, ENDS: 'signal' },
    });
    const errors = text(child.stderr);
    const [line] = await once(child.stdout, 'data');
    const { path, pid } = JSON.parse(line);
    expect(existsSync(path)).toBe(true);
    child.kill(signal);
    // As tsx does with a signal of the terminal.
    child.kill(signal);

    expect(await once(child, 'close')).toEqual([status, null]);
    expect(await errors).toBe(`Interrupted by ${signal}.\n`);
    expect(existsSync(path)).toBe(false);
    await vi.waitUntil(() => !isRunning(pid), { timeout: 10_000 });
  });

  it('says in one line that Node.js is too old, and does nothing', async () => {
    const versions = '{value:{node:"20.18.3"}}';
    const old = `--import=data:text/javascript,Object.defineProperty(process,"versions",${versions})`;
    const { status, stdout, stderr } = await runModule(COMMAND, [], {
      env: { ...process.env, ENDS: '0', NODE_OPTIONS: old.replaceAll('"', '%22') },
    });

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('This command needs Node.js 20.19 or newer; this is 20.18.3.\n');
  });

  it('prints the stack trace of a mistake in the code', async () => {
    const { status, stderr } = await run('bug');

    expect(status).toBe(3);
    expect(stderr).toMatch(/^TypeError: undefined is not a function\n {4}at /);
  });
});

/** Runs the command while nothing can be written to one of its streams. Its job fails where it is the second. */
async function runOnFullDisk(stream: 'stdout' | 'stderr') {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND], {
    env: { ...process.env, ENDS: stream === 'stdout' ? '0' : 'error' },
    stdio: ['ignore', stream === 'stdout' ? full : 'pipe', stream === 'stderr' ? full : 'pipe'],
  });
  closeSync(full);
  const read = (readable: Readable | null) => (readable ? text(readable) : '');
  const [[status], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    read(child.stdout),
    read(child.stderr),
  ]);
  return { status, stdout, stderr };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
