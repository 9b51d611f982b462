import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../lib/npm.js';
import { readReleaseNotes } from './release-notes.js';

/** What a release is made of. */
export interface Release {
  /** The tag, such as `v1.2.3`. */
  readonly tag: string;
  /** Where the repository is, such as `https://github.com/owner/name`. */
  readonly repositoryUrl: string;
}

/** The packages by their folders. */
const FOLDERS = ['.', 'sandbox'];

/**
 * Packs both packages into a folder, and writes the release notes beside them as `notes.md`.
 *
 * The packages name the repository that releases them, since npm accepts a provenance statement only then.
 * Their `package.json` does not: a copy of the repository elsewhere would name the wrong one.
 *
 * @param root The folder of the repository. The fields are set in its `package.json` files.
 * @param destination The folder for the tarballs and the notes; made when it is missing.
 * @throws Error when the tag does not name the version of both packages, when the changelog has no notes
 *   for it, or when npm fails.
 */
export async function packRelease(
  root: string,
  { tag, repositoryUrl }: Release,
  destination: string,
): Promise<void> {
  for (const folder of FOLDERS) await checkVersion(root, folder, tag);
  const notes = readReleaseNotes(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), tag.slice(1));
  for (const folder of FOLDERS)
    await npm(['pkg', 'set', ...repositoryFields(repositoryUrl, folder)], join(root, folder));
  await mkdir(destination, { recursive: true });
  await npm(['pack', '--pack-destination', destination], root);
  // The scripts of the first package build both.
  await npm(['pack', '--pack-destination', destination, '--workspace', 'sandbox', '--ignore-scripts'], root);
  await writeFile(join(destination, 'notes.md'), `${notes}\n`);
}

async function checkVersion(root: string, folder: string, tag: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const { name, version } = manifest as { name: string; version: string };
  if (tag !== `v${version}`) throw new Error(`${name} has version ${version}, but the tag is ${tag}.`);
}

/** The fields of `package.json` that name the repository, as arguments of `npm pkg set`. */
function repositoryFields(url: string, folder: string): string[] {
  const isRoot = folder === '.';
  return [
    'repository.type=git',
    `repository.url=git+${url}.git`,
    ...(isRoot ? [] : [`repository.directory=${folder}`]),
    `bugs.url=${url}/issues`,
    `homepage=${url}${isRoot ? '' : `/tree/HEAD/${folder}`}#readme`,
  ];
}
