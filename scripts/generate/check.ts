import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { runProcess } from '../lib/run-process.js';
import { generateFiles } from './generate-files.js';
import { findStale } from './output/find-stale.js';
import { readGenerated } from './output/read-generated.js';
import { PAGE_ASSETS, renderPageAssets } from './page/page-assets.js';

const directory = new URL('../../generated/', import.meta.url);

const USAGE = `Usage: npm run check:generated

Generates from the description in openapi/ and compares the result with generated/.
Compares the script and the style sheet of the sandbox's page with their sources too. Writes nothing.

Exit status: 0 both are up to date, and generated/ is tracked by git; 1 they are not; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: check });

async function check(): Promise<number> {
  printProgress('Generating from the description, to compare …');
  const committed = readGenerated(directory);
  const stale = [
    ...findStale(await generateFiles(), committed),
    ...(await listUntracked()),
    ...((await arePageAssetsStale()) ? ['assets.generated.ts of the sandbox: out of date'] : []),
  ];
  if (stale.length === 0) {
    console.log(
      `generated/ is up to date: ${committed.size} files. So are the assets of the sandbox's page.`,
    );
    return 0;
  }
  console.error(
    `Generated files do not match their sources:\n${stale.map((line) => `  ${line}`).join('\n')}`,
  );
  console.error('Run `npm run generate` and commit the result.');
  return 1;
}

async function arePageAssetsStale(): Promise<boolean> {
  // Without the file, its import says so.
  const committed = await readFile(PAGE_ASSETS, 'utf8').catch(() => undefined);
  return committed !== (await renderPageAssets());
}

/** Lists the files that git does not track; none outside a git checkout. */
async function listUntracked(): Promise<string[]> {
  const cwd = fileURLToPath(directory);
  // Without git, there is nothing to compare with.
  const listed = await runProcess('git', ['ls-files', '--others', '.'], { cwd }).catch(() => undefined);
  if (listed?.status !== 0) return [];
  return listed.stdout.split('\n').flatMap((name) => (name ? [`${name}: not tracked by git`] : []));
}
