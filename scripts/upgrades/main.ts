import { readNoArguments, runCommand } from '../lib/command.js';
import { withTemporaryFolder } from '../lib/interruption.js';
import { printProgress } from '../lib/progress.js';
import { renderTable } from '../lib/table.js';
import { canInstall } from '../packages/project.js';
import { checkUpgrade } from './check-upgrade.js';
import { installPreviousVersion, installThisVersion } from './installed-version.js';
import { findPreviousVersion } from './previous-version.js';

const USAGE = `Usage: npm run test:upgrades

Packs the previous version from the history, and uses it together with this one: the
client of each against the sandbox of the other, and a store of tokens and intents that
the one wrote and the other reads.

The previous version is that of the newest tag v*, or the commit in
scripts/upgrades/first-version.json while there is none. Needs the history and the
registry, and says so where it is skipped; with CI=true that is a failure.

Exit status: 0 all works, or it was skipped; 1 something does not work; 2 the arguments
are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run });

async function run(): Promise<number> {
  const version = await findPreviousVersion();
  if (!version) return skip('the history does not have the previous version. Fetch all of it.');
  if (!(await canInstall())) return skip('npm cannot reach the registry.');
  return withTemporaryFolder('lddpay-upgrades-', async (folder) => {
    printProgress(`Building and packing ${version.name} …`);
    const previous = { name: version.name, project: await installPreviousVersion(version, folder) };
    printProgress('Building and packing this version …');
    const current = { name: 'this version', project: await installThisVersion(folder) };
    printProgress('Using them together …');
    const results = await checkUpgrade(previous, current);
    console.log(renderTable(results.map(({ title, problem }) => [title, problem ?? 'works'])));
    return results.some(({ problem }) => problem !== undefined) ? 1 : 0;
  });
}

function skip(reason: string): number {
  console.log(`Skipped: ${reason}`);
  return process.env['CI'] ? 1 : 0;
}
