import { fileURLToPath } from 'node:url';
import { bundle } from '../generate/bundle.js';
import { checkDescription } from '../generate/check-description.js';
import { chooseFlag, parseArguments } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import type { Document } from '../lib/description.js';
import { printProgress } from '../lib/progress.js';
import { type ProcessResult, runProcess } from '../lib/run-process.js';
import { greatestImpact, isAtLeast, requiredVersion } from './impact.js';
import { listChanges } from './list-changes.js';
import { type DiffReport, renderChangelog, renderMarkdown, renderText } from './render.js';

const USAGE = `Usage: npm run check:diff -- BASE [--markdown | --changelog | --json]

Compares the description with the one at a git revision, and the types that are generated from both.
Rates what each change means for callers of the client, also changes of extensions and security, and
fails unless info.version was raised to match. New members of response enums break no caller, and
examples, texts and marks are documentation.
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
  checkDescription(after);
  printProgress('Comparing both descriptions, and the types that are generated from them …');
  const changes = await listChanges(before, after);
  const versions = { base: before.info.version, revision: after.info.version };
  const required = requiredVersion(versions.base, greatestImpact(changes));
  return { base, versions, required, raised: isAtLeast(versions.revision, required), changes };
}

/** Reads the bundle that was committed with a revision. */
async function bundleAt(revision: string): Promise<Document> {
  const commit = await git(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]);
  if (commit.status !== 0)
    throw new Error(
      `Could not read the description at '${revision}', which is no revision of this repository.`,
    );
  const { status, stdout, stderr } = await git(['show', `${commit.stdout.trim()}:generated/openapi.json`]);
  if (status === 0) return JSON.parse(stdout) as Document;
  throw new Error(`Could not read the description at ${revision}. ${stderr.trim()}`);
}

function git(args: readonly string[]): Promise<ProcessResult> {
  return runProcess('git', args, { cwd: fileURLToPath(new URL('../../', import.meta.url)) });
}
