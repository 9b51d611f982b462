import { copyFile } from 'node:fs/promises';
import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { bundleClient } from './bundle-client.js';
import { bundleContract } from './bundle-contract.js';
import { bundleSandbox, convertClient } from './commonjs.js';
import { compile, copySource } from './compile.js';

const USAGE = `Usage: npm run build

Builds dist/ of the packages: the client and the sandbox, as ES modules and as CommonJS,
and the command lddpay-contract.

Exit status: 0 all were built; 1 the code does not compile; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: buildPackages });

async function buildPackages(): Promise<number> {
  printProgress('Compiling the client and the sandbox …');
  // The compiler copies neither declarations nor code that it did not make.
  await compile('./', 'generated/schema.d.ts', 'generated/response-validators.d.ts');
  await compile('sandbox/', 'generated/validators.js');
  printProgress('Bundling …');
  await bundleClient();
  await copySource('operations');
  await convertClient();
  await bundleSandbox();
  await bundleContract();
  await copyFile(
    new URL('embedded-licenses.txt', import.meta.url),
    new URL('../../sandbox/dist/embedded-licenses.txt', import.meta.url),
  );
  return 0;
}
