import { parseArguments, UsageError } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { BASE_URL_RULE, isBaseUrl, type SiteAddresses } from './rendering/site-settings.js';
import { writeSite } from './write-site.js';

const USAGE = `Usage: npm run docs [-- --base URL] [--repository URL]

Builds the reference site into site/: guides, the API reference, the reference of
the client and the sandbox, and where everything inferred comes from. Needs no
network; open site/index.html in a browser.

  --base URL         where the site is published: adds a sitemap, and to each page
                     its own URL (default: homepage of package.json, else none).
                     Where its last folder is a version, such as /v0.3/, pages
                     offer the versions that ../versions.json lists
  --repository URL   adds a link to edit each page (default: repository of
                     package.json, else none)

Exit status: 0 the site was built; 1 a source of it is wrong, or a file cannot be
written, and site/ is as it was; 2 the arguments are wrong.
`;

const target = new URL('../../site/', import.meta.url);

await runCommand({ usage: USAGE, read: readAddresses, run: build });

function readAddresses(args: readonly string[]): SiteAddresses | undefined {
  const parsed = parseArguments(args, {
    options: {
      base: { type: 'string', multiple: true },
      repository: { type: 'string', multiple: true },
    },
  });
  if (!parsed) return undefined;
  const { base, repository } = parsed.values;
  return { base: readUrl('--base', base), repository: readUrl('--repository', repository) };
}

function readUrl(name: string, urls: readonly string[] = []): string | undefined {
  if (urls.length > 1) throw new UsageError(`${name} must be given once.`);
  if (!urls.every(isBaseUrl)) throw new UsageError(`${name} must be ${BASE_URL_RULE}.`);
  return urls[0];
}

async function build(addresses: SiteAddresses): Promise<number> {
  const started = performance.now();
  // Loaded when it is needed, so that --help responds at once.
  const { buildSite } = await import('./build-site.js');
  const files = await buildSite(printProgress, addresses);
  writeSite(files, target);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  console.log(`site/: ${files.size} files, ${(size / 1e6).toFixed(1)} MB (${seconds} s)`);
  return 0;
}
