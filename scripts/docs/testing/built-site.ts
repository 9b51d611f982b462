import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../build-site.js';
import { writeSite } from '../write-site.js';

/** The site in a temporary folder. */
export interface SiteOnDisk {
  /** Returns the file URL of a path of the site. */
  readonly url: (path: string) => string;
  remove(): Promise<void>;
}

let files: Promise<Map<string, string>> | undefined;

/** Returns the files of the site, which are built once for all tests. */
export function getBuiltSite(): Promise<Map<string, string>> {
  files ??= buildSite(() => {});
  return files;
}

/** Writes the site to a temporary folder. */
export async function writeBuiltSite(): Promise<SiteOnDisk> {
  const folder = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'lddpay-site-')), '/'));
  await writeSite(await getBuiltSite(), folder);
  return {
    url: (path) => new URL(path, folder).href,
    remove: () => rm(folder, { recursive: true }),
  };
}
