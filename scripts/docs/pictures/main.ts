import { writeFile } from 'node:fs/promises';
import { readNoArguments, runCommand } from '../../lib/command.js';

const USAGE = `Usage: npm run pictures

Draws the pictures of the guides into docs/assets/, from what the client and the
sandbox do: the statuses of a payment, what to do after a call, and when the
client fetches a token.

Exit status: 0 the pictures were drawn; 1 one could not be; 2 the arguments are wrong.
`;

const assets = new URL('../../../docs/assets/', import.meta.url);

await runCommand({ usage: USAGE, read: readNoArguments, run: draw });

async function draw(): Promise<number> {
  // Loaded when it is needed, so that --help responds at once.
  const { drawPictures, observeProduct } = await import('./pictures.js');
  for (const [file, svg] of await drawPictures(await observeProduct())) {
    await writeFile(new URL(file, assets), svg);
    console.log(`docs/assets/${file}`);
  }
  return 0;
}
