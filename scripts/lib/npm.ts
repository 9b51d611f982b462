import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOutput } from './run-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The packages of this project. */
export type PackageName = 'lddpay' | 'lddpay-sandbox' | 'lddpay-contract';

const QUIET = ['--no-audit', '--no-fund'];

/**
 * Runs npm in a folder.
 *
 * @returns What it printed on standard output.
 * @throws Error with everything it printed when it fails.
 */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  // After `npm run --silent` it would hide its errors too.
  return readOutput('npm', args, { cwd, env: { ...process.env, npm_config_loglevel: 'notice' } });
}

/** Installs exactly what the lockfile of a folder lists. Install scripts do not run: binaries are in the packages. */
export async function installLockfile(folder: string): Promise<void> {
  await npm(['ci', '--ignore-scripts', ...QUIET], folder);
}

/**
 * Installs the packages of a folder that has a lockfile, unless they are installed already.
 *
 * @param folder The folder, with a slash at its end.
 * @param onInstall Called before an installation, which takes a while.
 * @throws Error with the output of npm when the installation fails.
 */
export async function installLocked(folder: URL, onInstall: () => void): Promise<void> {
  const lockfile = new URL('package-lock.json', folder);
  const installed = new URL('node_modules/.installed-lock.json', folder);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8')) return;
  onInstall();
  await installLockfile(fileURLToPath(folder));
  await copyFile(lockfile, installed);
}

/**
 * Installs packages into a folder that has a `package.json`. Install scripts do not run.
 *
 * @param packages Names with versions, or paths of tarballs.
 */
export async function installPackages(
  packages: readonly string[],
  folder: string,
  ...options: readonly string[]
): Promise<void> {
  await npm(['install', '--prefer-offline', '--ignore-scripts', ...QUIET, ...options, ...packages], folder);
}

/**
 * Packs a package of this project as it would be published. Packing the client builds all packages first.
 *
 * @param destination A folder that exists.
 * @param root The root of the project. @default this one
 * @returns The path of the tarball.
 */
export async function packPackage(name: PackageName, destination: string, root = ROOT): Promise<string> {
  const options = name === 'lddpay' ? [] : ['--workspace', name, '--ignore-scripts'];
  const printed = await npm(['pack', '--pack-destination', destination, ...options], root);
  return join(destination, printed.trim().split('\n').at(-1) ?? '');
}

/** The scripts of `package.json` by their names. */
export const PACKAGE_SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
).scripts;

/**
 * Creates the command that does what `npm run` does with a script of `package.json`. It saves the processes of npm
 * and tsx, which take more processor time than many a script.
 *
 * @param args Further arguments of the script.
 * @throws {Error} When there is no such script.
 */
export function createScriptCommand(
  name: string,
  ...args: readonly string[]
): [file: string, ...args: string[]] {
  const script = PACKAGE_SCRIPTS[name];
  if (script === undefined) throw new Error(`package.json has no script '${name}'.`);
  const program = script.replace(/^tsx /, 'node --import tsx ');
  return ['sh', '-c', `PATH="$0:$PATH"; exec ${program} "$@"`, join(ROOT, 'node_modules/.bin'), ...args];
}
