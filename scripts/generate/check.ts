import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findStale } from './find-stale.js';
import { generateFiles } from './generate-files.js';

const directory = new URL('../../generated/', import.meta.url);

const committed = new Map<string, string>();
for (const name of await readdir(directory)) {
  committed.set(name, await readFile(new URL(name, directory), 'utf8'));
}

const stale = [...findStale(await generateFiles(), committed), ...(await listUntracked())];
if (stale.length > 0) {
  console.error(`generated/ does not match the description:\n${stale.map((line) => `  ${line}`).join('\n')}`);
  console.error('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
} else {
  console.log(`generated/ is up to date: ${committed.size} files.`);
}

/** Lists the files that git does not track; none outside a git checkout. */
async function listUntracked(): Promise<string[]> {
  const cwd = fileURLToPath(directory);
  try {
    const { stdout } = await promisify(execFile)('git', ['ls-files', '--others', '.'], { cwd });
    return stdout.split('\n').flatMap((name) => (name ? [`${name}: not tracked by git`] : []));
  } catch {
    return [];
  }
}
