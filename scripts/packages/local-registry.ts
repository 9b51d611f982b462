import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { npm, type PackageName } from '../lib/npm.js';

const MANIFESTS: Readonly<Record<PackageName, string>> = {
  lddpay: 'package.json',
  'lddpay-sandbox': 'sandbox/package.json',
  'lddpay-contract': 'contract/package.json',
};

/** A registry for npm. */
export interface LocalRegistry {
  readonly url: string;
  close(): void;
}

/**
 * Starts a registry that has the packages of this project as their tarballs, and sends npm for all others to the one
 * that it is set up for. So commands install what is to be published under its own name.
 */
export async function startRegistry(tarballs: Readonly<Record<PackageName, string>>): Promise<LocalRegistry> {
  const others = (await npm(['config', 'get', 'registry'], tmpdir())).trim().replace(/\/$/, '');
  const server = createServer(async ({ url = '' }, response) => {
    const name = decodeURIComponent(url.slice(1).replace(/\.tgz$/, ''));
    if (!isOwn(name)) {
      response.writeHead(307, { Location: others + url }).end();
    } else if (url.endsWith('.tgz')) {
      response.end(await readFile(tarballs[name]));
    } else {
      response.setHeader('Content-Type', 'application/json').end(await describe(name, registry.url));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return registry;
}

function isOwn(name: string): name is PackageName {
  return Object.hasOwn(MANIFESTS, name);
}

async function describe(name: PackageName, registry: string): Promise<string> {
  const file = new URL(`../../${MANIFESTS[name]}`, import.meta.url);
  const { scripts, workspaces, devDependencies, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  const { version } = manifest;
  const entry = { ...manifest, dist: { tarball: `${registry}/${name}.tgz` } };
  return JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: entry } });
}
