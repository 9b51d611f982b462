import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { listFiles } from '../lib/files.js';
import { installLockfile, installPackages } from '../lib/npm.js';
import { readOutput } from '../lib/run-process.js';
import type { PackedPackages } from './packed-packages.js';

const projects = new URL('consumers/projects/', import.meta.url);

/** A server of Next.js. */
export interface NextServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Copies the project of Next.js into an empty folder, installs everything there, and builds it without any secret.
 * It has packages of its own, since the bundler of Next.js follows no link out of the folder.
 *
 * @returns The path of the new folder.
 * @throws Error with the output of npm or Next.js when it cannot be installed or built.
 */
export async function buildNextProject({ tarballs }: PackedPackages): Promise<string> {
  const folder = await mkdtemp(join(dirname(tarballs.lddpay), 'next-'));
  await cp(new URL('next/', projects), folder, { recursive: true });
  await cp(new URL('every-entry-point.ts', projects), join(folder, 'every-entry-point.ts'));
  await installLockfile(folder);
  await installPackages([tarballs.lddpay, tarballs['lddpay-sandbox']], folder);
  const { LDDPAY_CLIENT_SECRET, ...env } = process.env;
  await readOutput('npm', ['run', 'build'], { cwd: folder, env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } });
  return folder;
}

/**
 * Starts a project of Next.js that is built.
 *
 * @param env The variables of `optionsFromEnv`.
 * @throws Error when it ends before it listens.
 */
export async function startNext(folder: string, env: NodeJS.ProcessEnv): Promise<NextServer> {
  const args = [join(folder, 'node_modules/next/dist/bin/next'), 'start', '--port', '0'];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [found] = line.match(/http:\/\/localhost:\d+/) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('Next.js ended before it listened.')));
  });
  const stop = async () => {
    child.kill();
    await exit;
  };
  return { url, stop };
}

/**
 * Sends the form of a page as a browser without scripts does, with the fields that Next.js hides in it.
 *
 * @returns The page that follows.
 */
export async function submitForm(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const page = await (await fetch(url)).text();
  const body = new FormData();
  for (const [, name = '', value = ''] of page.matchAll(
    /type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  )) {
    body.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return (await fetch(url, { method: 'POST', body, headers: { Origin: new URL(url).origin } })).text();
}

/** Reads everything of a project that Next.js sends to browsers. */
export async function readBrowserFiles(folder: string): Promise<string> {
  const files = join(folder, '.next/static');
  const contents = (await listFiles(files)).map((file) => readFile(join(files, file), 'utf8'));
  return (await Promise.all(contents)).join('\n');
}
