import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { writeSite } from './write-site.js';

const USAGE = `Usage: npm run docs [-- --help]

Builds the reference site into site/: guides, the API reference, the reference of
the client and the sandbox, and where everything inferred comes from. Needs no
network; open site/index.html in a browser.
`;

const target = new URL('../../site/', import.meta.url);

// Exit status: 0 the site was built, 1 a source of it is wrong, 2 wrong usage.
try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(USAGE);
  else await build();
} catch (error) {
  const misused = error instanceof TypeError && String(Object(error).code).startsWith('ERR_PARSE_ARGS');
  process.exitCode = misused ? 2 : 1;
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  if (misused) console.error(USAGE);
}

async function build(): Promise<void> {
  const started = performance.now();
  // The import takes a while, which the help does not have to wait for.
  const { buildSite } = await import('./build-site.js');
  const files = await buildSite((line) => console.log(`  ${line}`));
  await writeSite(files, target);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  console.log(`site/: ${files.size} files, ${(size / 1e6).toFixed(1)} MB (${seconds} s)`);
}
