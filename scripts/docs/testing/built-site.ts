import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { writeSite } from '../write-site.js';

/** The site in a temporary folder. */
export interface SiteOnDisk {
  /** Returns the file URL of a path of the site. */
  readonly url: (path: string) => string;
  remove(): Promise<void>;
}

type SiteFiles = Map<string, string>;

const POLL_MS = 100;

let files: Promise<SiteFiles> | undefined;

/** Returns the files of the site, which the first process that needs them builds for all processes of the run. */
export function getBuiltSite(): Promise<SiteFiles> {
  files ??= shareSite(inject('siteFolder'));
  return files;
}

/** Reads the site from the folder. The process that creates the folder builds it. */
async function shareSite(folder: string): Promise<SiteFiles> {
  const shared = join(folder, 'site.json');
  while (!existsSync(shared)) {
    if (await createFolder(folder)) return buildSharedSite(folder, shared);
    await setTimeout(POLL_MS);
  }
  return new Map(JSON.parse(await readFile(shared, 'utf8')));
}

/** Creates a folder; returns false if it exists. */
function createFolder(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function buildSharedSite(folder: string, shared: string): Promise<SiteFiles> {
  try {
    // Only the process that builds loads the builder.
    const { buildSite } = await import('../build-site.js');
    const site = await buildSite(() => {});
    // Renamed, so that no other process reads a part of it.
    await writeFile(`${shared}.part`, JSON.stringify([...site]));
    await rename(`${shared}.part`, shared);
    return site;
  } catch (error) {
    // A process that waits tries to build it itself.
    await rm(folder, { recursive: true });
    throw error;
  }
}

/** Writes the site to a temporary folder. */
export async function writeBuiltSite(): Promise<SiteOnDisk> {
  const folder = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'lddpay-site-')), '/'));
  writeSite(await getBuiltSite(), folder);
  return {
    url: (path) => new URL(path, folder).href,
    remove: () => rm(folder, { recursive: true }),
  };
}
