import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { generateFiles } from './generate-files.js';
import { writeGenerated } from './output/write-generated.js';
import { PAGE_ASSETS, renderPageAssets } from './page/page-assets.js';

const target = new URL('../../generated/', import.meta.url);

const USAGE = `Usage: npm run generate

Generates the types, the methods and the table of operations in generated/ from the
description in openapi/. Files in generated/ that are not generated are removed.
Bundles the script and the style sheet of the sandbox's page into sandbox/src/page/assets.generated.ts.

It checks what the code relies on: names, texts, responses, references, and the values in schemas.
What else is wrong, such as a misspelt keyword of a request or a text that the page does not state, is generated
as it is. \`npm run lint:description\` and \`npm run check:facts\` find it.

Exit status: 0 the files were written; 1 what it checks is wrong, or a file cannot be written, and nothing was
changed; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: generate });

async function generate(): Promise<number> {
  const started = performance.now();
  printProgress('Bundling the description, and generating the types and validators …');
  const files = await generateFiles();
  writeGenerated({ files, others: new Map([[PAGE_ASSETS, await renderPageAssets()]]) }, target);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `generated/: ${[...files.keys()].join(', ')}; the sandbox's page: its script and style sheet (${seconds} s)`,
  );
  return 0;
}
