import { fileURLToPath } from 'node:url';
import { gte } from 'semver';
import { bundle } from '../generate/bundle.js';
import { chooseFlag, parseArguments } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { runProcess } from '../lib/run-process.js';
import { compareDescriptions } from './compare-descriptions.js';
import { greatestImpact, rateChange, requiredVersion } from './impact.js';
import { type DiffReport, renderChangelog, renderMarkdown, renderText } from './render.js';

const USAGE = `Usage: npm run check:diff -- BASE [--markdown | --changelog | --json]

Compares the description with the one at a git revision, rates what each change means for callers,
and fails unless info.version was raised to match.
BASE is a revision of this repository: a tag, a branch, a commit.

  --markdown   print it as a comment on a change
  --changelog  print the entry for CHANGELOG.md
  --json       print it for a program
  --help       show this text

Exit status: 0 the version fits, 1 it has to be raised, 2 the revisions cannot be compared,
or the arguments are wrong.`;

const FORMATS = {
  text: renderText,
  markdown: renderMarkdown,
  changelog: renderChangelog,
  json: (report: DiffReport) => JSON.stringify(report, null, 2),
};

interface Options {
  readonly base: string;
  readonly format: keyof typeof FORMATS;
}

await runCommand({ usage: USAGE, read: readOptions, run: check, failureStatus: 2 });

function readOptions(args: readonly string[]): Options | undefined {
  const parsed = parseArguments(args, {
    options: { markdown: { type: 'boolean' }, changelog: { type: 'boolean' }, json: { type: 'boolean' } },
    positionals: ['BASE'],
  });
  if (!parsed) return undefined;
  const { markdown, changelog, json } = parsed.values;
  const [base] = parsed.positionals;
  return { base, format: chooseFlag({ markdown, changelog, json }) ?? 'text' };
}

async function check({ base, format }: Options): Promise<number> {
  const report = await createReport(base);
  console.log(FORMATS[format](report));
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
  const { status, stdout, stderr } = await runProcess('git', ['show', `${revision}:generated/openapi.json`], {
    cwd,
  });
  if (status === 0) return JSON.parse(stdout) as object;
  throw new Error(`Could not read the description at ${revision}. ${stderr.trim()}`);
}
