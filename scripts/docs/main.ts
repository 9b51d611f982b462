import { readNoArguments, runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { writeSite } from './write-site.js';

const USAGE = `Usage: npm run docs

Builds the reference site into site/: guides, the API reference, the reference of
the client and the sandbox, and where everything inferred comes from. Needs no
network; open site/index.html in a browser.

Exit status: 0 the site was built; 1 a source of it is wrong; 2 the arguments are wrong.
`;

const target = new URL('../../site/', import.meta.url);

await runCommand({ usage: USAGE, read: readNoArguments, run: build });

async function build(): Promise<number> {
  const started = performance.now();
  // Loaded when it is needed, so that --help responds at once.
  const { buildSite } = await import('./build-site.js');
  const files = await buildSite(printProgress);
  await writeSite(files, target);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  console.log(`site/: ${files.size} files, ${(size / 1e6).toFixed(1)} MB (${seconds} s)`);
  return 0;
}
