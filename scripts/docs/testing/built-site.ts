import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../build-site.js';

/** A site on disk. */
export interface SiteOnDisk {
  readonly url: (path: string) => string;
  remove(): Promise<void>;
}

let files: Promise<Map<string, string>> | undefined;

/** The files of the site, built once for all tests. */
export function builtSite(): Promise<Map<string, string>> {
  files ??= buildSite(() => {});
  return files;
}

/** Writes the site to a folder of its own. */
export async function siteOnDisk(): Promise<SiteOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-site-'));
  for (const [path, content] of await builtSite()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return {
    url: (path) => `${pathToFileURL(folder)}/${path}`,
    remove: () => rm(folder, { recursive: true }),
  };
}
