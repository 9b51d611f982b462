import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { PrismServer } from '../lib/prism.js';

const ROOT = new URL('../../', import.meta.url);
const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

/** The time for the command to start, in ms. It takes 1.3 s, or 6 s on a busy machine. */
const START_TIMEOUT = 30_000;

/**
 * Starts the command of `npm run mock` in a separate process, on a free port. It does not start npm, because
 * npm does not pass signals on: the command would outlive it.
 *
 * @throws {Error} When the command does not start. It prints the reason on standard error.
 */
export async function startMockCommand(): Promise<PrismServer> {
  const [, ...args] = (await readMockScript()).split(' ');
  const child = spawn(process.execPath, [PRISM, ...args, '--port', '0'], {
    cwd: fileURLToPath(ROOT),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const close = async () => {
    child.kill();
    await closed;
  };
  const timer = setTimeout(close, START_TIMEOUT);
  try {
    return { url: await readUrl(child.stdout), close };
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the command line of `npm run mock`. */
export async function readMockScript(): Promise<string> {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'));
  return scripts.mock;
}

async function readUrl(output: Readable): Promise<string> {
  try {
    for await (const line of createInterface({ input: output })) {
      const [, url] = /Prism is listening on (\S+)/.exec(line) ?? [];
      if (url !== undefined) return url;
    }
  } finally {
    // Prism logs every request, and would wait for a reader once the pipe is full.
    output.resume();
  }
  throw new Error('Prism ended before it listened.');
}
