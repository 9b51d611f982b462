import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { renderTable } from '../lib/table.js';
import { bundleSize } from './bundle.js';
import { filesBelow, installedPackages, type Project } from './project.js';

/** What the client weighs. Sizes are in bytes. */
export interface Figures {
  /** A program that imports `signRequest` alone, bundled and minified. */
  readonly signatureMinified: number;
  /** All of the client with openapi-fetch, bundled and minified. */
  readonly clientMinified: number;
  /** The same, and compressed as well as gzip can. */
  readonly clientGzipped: number;
  /** How many packages there are once it is installed. */
  readonly packages: number;
  /** All files of these. */
  readonly installed: number;
}

/**
 * Weighs the client.
 *
 * @param project Has it installed, and nothing else.
 */
export async function weigh(project: Project): Promise<Figures> {
  const signature = await bundleSize(project, `export { signRequest } from 'lddpay';`);
  const client = await bundleSize(project, `export * from 'lddpay';`);
  const modules = join(project.folder, 'node_modules');
  const files = await Promise.all((await filesBelow(modules)).map((file) => stat(join(modules, file))));
  return {
    signatureMinified: signature.minified,
    clientMinified: client.minified,
    clientGzipped: client.gzipped,
    packages: Object.keys(await installedPackages(project)).length,
    installed: files.reduce((total, { size }) => total + size, 0),
  };
}

/** A table of the figures, for people. */
export function tableOf(figures: Figures): string {
  const rows: readonly (readonly [string, number])[] = [
    ['signRequest alone, minified', figures.signatureMinified],
    ['the client, minified', figures.clientMinified],
    ['the client, minified and gzipped', figures.clientGzipped],
    ['the client, installed', figures.installed],
    ['packages, installed', figures.packages],
  ];
  return renderTable(rows.map(([what, value]) => [what, value.toLocaleString('en')]));
}
