import { fileURLToPath } from 'node:url';
import { readNoArguments, runCommand } from '../../lib/command.js';
import { writeFiles } from '../../lib/files.js';
import { readOutput } from '../../lib/run-process.js';

const USAGE = `Usage: npm run pictures

Draws the pictures of the guides into docs/assets/, from what the client and the
sandbox do: the statuses of a payment, what to do after a call, and when the
client fetches a token. Writes docs/status-drivers.json, from what the contract
tests see: what drives each documented status.

Exit status: 0 the pictures were drawn; 1 one could not be; 2 the arguments are wrong.
`;

const root = new URL('../../../', import.meta.url);
const assets = new URL('docs/assets/', root);
const vitest = new URL('node_modules/vitest/vitest.mjs', root);

await runCommand({ usage: USAGE, read: readNoArguments, run: draw });

async function draw(): Promise<number> {
  // Loaded when it is needed, so that --help responds at once.
  const { drawPictures, observeProduct } = await import('./pictures.js');
  const pictures = [...(await drawPictures(await observeProduct()))];
  writeFiles(new Map(pictures.map(([file, svg]) => [new URL(file, assets), svg])));
  for (const [file] of pictures) console.log(`docs/assets/${file}`);
  await writeStatusDrivers();
  console.log('docs/status-drivers.json');
  return 0;
}

/** Updates the file as a snapshot of its test, since only tests can bring the sandbox to every status. */
async function writeStatusDrivers(): Promise<void> {
  const args = ['run', 'contract-tests/status-drivers', '--project', 'fetch', '--update'];
  await readOutput(process.execPath, [fileURLToPath(vitest), ...args], { cwd: fileURLToPath(root) });
}
