import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../lib/files.js';
import { renderTable } from '../lib/table.js';
import { measureBundle } from './bundle-size.js';
import { listInstalledPackages, type Project } from './project.js';

/** The sizes of the client, in bytes unless stated otherwise. */
export interface PackageSizes {
  /** A program that imports `signRequest` alone, bundled and minified. */
  readonly signatureMinified: number;
  /** All of the client with openapi-fetch, bundled and minified. */
  readonly clientMinified: number;
  /** The same, compressed with gzip at its highest level. */
  readonly clientGzipped: number;
  /** `createJournal` alone, bundled and minified. */
  readonly journalMinified: number;
  /** The same, compressed with gzip at its highest level. */
  readonly journalGzipped: number;
  /** All of the client and of `lddpay/journal`, bundled, minified and compressed. */
  readonly withJournalGzipped: number;
  /** All of the client and of `lddpay/openapi-fetch`, bundled and minified. */
  readonly withFetchClientMinified: number;
  /** The same, compressed with gzip at its highest level. */
  readonly withFetchClientGzipped: number;
  /** The number of installed packages, including the client. */
  readonly packages: number;
  /** All files of the installed packages. */
  readonly installed: number;
}

/**
 * Measures the sizes of the client.
 *
 * @param project A project that has only the client installed.
 */
export async function measureSizes(project: Project): Promise<PackageSizes> {
  const signature = await measureBundle(project, `export { signRequest } from 'lddpay';`);
  const client = await measureBundle(project, `export * from 'lddpay';`);
  const journal = await measureBundle(project, `export { createJournal } from 'lddpay/journal';`);
  const withJournal = await measureBundle(project, `export * from 'lddpay'; export * from 'lddpay/journal';`);
  const withFetchClient = await measureBundle(
    project,
    `export * from 'lddpay'; export * from 'lddpay/openapi-fetch';`,
  );
  const modules = join(project.folder, 'node_modules');
  const files = await Promise.all((await listFiles(modules)).map((file) => stat(join(modules, file))));
  return {
    signatureMinified: signature.minified,
    clientMinified: client.minified,
    clientGzipped: client.gzipped,
    journalMinified: journal.minified,
    journalGzipped: journal.gzipped,
    withJournalGzipped: withJournal.gzipped,
    withFetchClientMinified: withFetchClient.minified,
    withFetchClientGzipped: withFetchClient.gzipped,
    packages: Object.keys(await listInstalledPackages(project)).length,
    installed: files.reduce((total, { size }) => total + size, 0),
  };
}

/** Renders the sizes as a table. */
export function renderSizes(sizes: PackageSizes): string {
  const rows: readonly (readonly [string, number])[] = [
    ['signRequest alone, minified', sizes.signatureMinified],
    ['the client, minified', sizes.clientMinified],
    ['the client, minified and gzipped', sizes.clientGzipped],
    ['createJournal alone, minified', sizes.journalMinified],
    ['createJournal alone, minified and gzipped', sizes.journalGzipped],
    ['with lddpay/journal, minified and gzipped', sizes.withJournalGzipped],
    ['with lddpay/openapi-fetch, minified', sizes.withFetchClientMinified],
    ['with lddpay/openapi-fetch, minified and gzipped', sizes.withFetchClientGzipped],
    ['the client, installed', sizes.installed],
    ['packages, installed', sizes.packages],
  ];
  return renderTable(rows.map(([what, value]) => [what, value.toLocaleString('en')]));
}
