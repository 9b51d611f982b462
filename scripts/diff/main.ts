import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gte } from 'semver';
import { run } from '../facts/project-files.js';
import { bundle } from '../generate/bundle.js';
import { compareDescriptions } from './compare-descriptions.js';
import { greatestImpact, rateChange, requiredVersion } from './impact.js';
import { type DiffReport, renderChangelog, renderMarkdown, renderText } from './render.js';

const HELP = `Usage: npm run check:diff -- BASE [--markdown | --changelog | --json]

Compares the description with the one at a git revision, rates what each change means for callers,
and fails unless info.version was raised to match.
BASE is a revision of this repository: a tag, a branch, a commit.

  --markdown   print it as a comment on a change
  --changelog  print the entry for CHANGELOG.md
  --json       print it for a program
  --help       show this text

Exit status: 0 the version fits, 1 it has to be raised, 2 the revisions cannot be compared.`;

await run(check);

async function check(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      markdown: { type: 'boolean' },
      changelog: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [base] = positionals;
  if (base === undefined || positionals.length > 1) throw new Error(HELP);
  const report = await createReport(base);
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else if (values.markdown) console.log(renderMarkdown(report));
  else if (values.changelog) console.log(renderChangelog(report));
  else console.log(renderText(report));
  return report.raised ? 0 : 1;
}

async function createReport(base: string): Promise<DiffReport> {
  const [before, after] = await Promise.all([bundleAt(base), bundle()]);
  const { infoVersions: versions, changes } = await compareDescriptions(before, after);
  const rated = changes
    .map(rateChange)
    .filter(({ path, property }) => !(path === '#/info' && property === 'version'));
  const required = requiredVersion(versions.base, greatestImpact(rated));
  return { base, versions, required, raised: gte(versions.revision, required), changes: rated };
}

/** Reads the bundle that was committed with a revision. */
async function bundleAt(revision: string): Promise<object> {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  try {
    const shown = await promisify(execFile)('git', ['show', `${revision}:generated/openapi.json`], {
      cwd,
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(shown.stdout) as object;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`Could not read the description at ${revision}. ${stderr.trim()}`);
  }
}
