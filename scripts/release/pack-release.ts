import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../lib/files.js';
import { npm, type PackageName, packPackage } from '../lib/npm.js';
import { readReleaseNotes } from './release-notes.js';

/** What a release is made of. */
export interface Release {
  /** The tag, such as `v1.2.3`. */
  readonly tag: string;
  /** Where the repository is, such as `https://github.com/owner/name`. */
  readonly repositoryUrl: string;
}

/** The folders of the packages. */
const FOLDERS = ['.', 'sandbox', 'contract'] as const;

/**
 * Packs the packages into a folder, and writes the release notes beside them as `notes.md`.
 *
 * The packages name the repository that releases them, since npm accepts a provenance statement only then.
 * Their `package.json` does not: a copy of the repository elsewhere would name the wrong one.
 *
 * @param root The folder of the repository. The fields are set in its `package.json` files.
 * @param destination The folder for the tarballs and the notes; made when it is missing.
 * @throws Error when the tag is that of a prerelease, when it does not name the version of every package, when a
 *   package depends on another version of them, when the changelog has no notes for it, or when npm fails.
 */
export async function packRelease(
  root: string,
  { tag, repositoryUrl }: Release,
  destination: string,
): Promise<void> {
  // npm would take it for the latest version, or refuse it.
  if (tag.includes('-')) throw new Error(`Prereleases are not published, and ${tag} is one.`);
  const manifests = await Promise.all(FOLDERS.map((folder) => readManifest(root, folder)));
  for (const manifest of manifests) checkVersions(manifest, manifests, tag);
  const notes = readReleaseNotes(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), tag.slice(1));
  for (const folder of FOLDERS)
    await npm(['pkg', 'set', ...repositoryFields(repositoryUrl, folder)], join(root, folder));
  await mkdir(destination, { recursive: true });
  // The client first: packing it builds all packages.
  for (const { name } of manifests) await packPackage(name, destination, root);
  writeFiles(new Map([[join(destination, 'notes.md'), `${notes}\n`]]));
}

/** The part of a `package.json` that is checked. */
interface Manifest {
  readonly name: PackageName;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function readManifest(root: string, folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
}

function checkVersions(
  { name, version, dependencies }: Manifest,
  all: readonly Manifest[],
  tag: string,
): void {
  if (tag !== `v${version}`) throw new Error(`${name} has version ${version}, but the tag is ${tag}.`);
  for (const { name: other } of all) {
    const needed = dependencies?.[other];
    if (needed !== undefined && tag !== `v${needed}`)
      throw new Error(`${name} depends on ${other} ${needed}, but the tag is ${tag}.`);
  }
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
