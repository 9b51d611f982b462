import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readNoArguments, runCommand } from '../lib/command.js';
import { runProcess } from '../lib/run-process.js';
import { generateFiles } from './files.js';
import { findStale } from './stale.js';

const directory = new URL('../../generated/', import.meta.url);

const USAGE = `Usage: npm run check:generated

Compares generated/ with what the description in openapi/ generates. Writes nothing.

Exit status: 0 generated/ is fresh and tracked by git; 1 it is not; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: check });

async function check(): Promise<number> {
  const committed = new Map<string, string>();
  for (const name of await readdir(directory)) {
    committed.set(name, await readFile(new URL(name, directory), 'utf8'));
  }
  const stale = [...findStale(await generateFiles(), committed), ...(await untracked())];
  if (stale.length === 0) {
    console.log(`generated/ is fresh: ${committed.size} files.`);
    return 0;
  }
  console.error(
    `generated/ is not what the description generates:\n${stale.map((line) => `  ${line}`).join('\n')}`,
  );
  console.error('Run `npm run generate` and commit the result.');
  return 1;
}

/** Files that git would not take along, where this is a git checkout. */
async function untracked(): Promise<string[]> {
  const cwd = fileURLToPath(directory);
  // Without git, there is nothing to compare with.
  const listed = await runProcess('git', ['ls-files', '--others', '.'], { cwd }).catch(() => undefined);
  if (listed?.status !== 0) return [];
  return listed.stdout.split('\n').flatMap((name) => (name ? [`${name}: not tracked by git`] : []));
}
