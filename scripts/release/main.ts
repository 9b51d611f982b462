import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packRelease } from './pack-release.js';

const USAGE = `Usage: GITHUB_REF_NAME=v1.2.3 GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=owner/name \\
  tsx scripts/release/main.ts FOLDER

Packs the packages into FOLDER as they are published for a tag, with the release notes as notes.md.
GitHub Actions sets the variables. Writes the repository into their package.json files.`;

const { GITHUB_REF_NAME: tag, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
const [destination] = process.argv.slice(2);

if (!tag || !server || !repository || !destination) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  await packRelease(root, { tag, repositoryUrl: `${server}/${repository}` }, resolve(destination));
  console.log(`${destination} holds the packages and the notes of ${tag}.`);
}
