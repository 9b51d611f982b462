import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const TOOLS = fileURLToPath(new URL('node_modules/.bin', ROOT));

/** The scripts of `package.json` by their names. */
export const PACKAGE_SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('package.json', ROOT), 'utf8'),
).scripts;

/**
 * Creates the command that does what `npm run` does with a script of `package.json`. It saves the processes of npm
 * and tsx, which take more processor time than many a script.
 *
 * @param args Further arguments of the script.
 */
export function createScriptCommand(
  name: string,
  ...args: readonly string[]
): [file: string, ...args: string[]] {
  const script = PACKAGE_SCRIPTS[name]?.replace(/^tsx /, 'node --import tsx ');
  return ['sh', '-c', `PATH="$0:$PATH"; exec ${script} "$@"`, TOOLS, ...args];
}
