import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArguments, UsageError } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { packRelease } from './pack-release.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const USAGE = `Usage: GITHUB_REF_NAME=v1.2.3 GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=owner/name \\
  tsx scripts/release/main.ts FOLDER

Packs the packages into FOLDER as they are published for a tag, with the release notes as notes.md.
GitHub Actions sets the variables. Writes the repository into their package.json files.

  --help  shows this text

Exit status: 0 everything is packed; 1 it failed; 2 the arguments or the variables are wrong.
`;

await runCommand({
  usage: USAGE,
  read: (args) => parseArguments(args, { positionals: ['FOLDER'] }),
  async run({ positionals: [destination] }) {
    const tag = readVariable('GITHUB_REF_NAME');
    const repositoryUrl = `${readVariable('GITHUB_SERVER_URL')}/${readVariable('GITHUB_REPOSITORY')}`;
    await packRelease(ROOT, { tag, repositoryUrl }, resolve(destination));
    process.stdout.write(`${destination} holds the packages and the notes of ${tag}.\n`);
    return 0;
  },
});

/** @throws {UsageError} When it is not set. */
function readVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new UsageError(`${name} is not set.`);
  return value;
}
