import { readFile } from 'node:fs/promises';
import type { Document } from '../../lib/description.js';

const manifest = new URL('../../../package.json', import.meta.url);

/** Where a site is published from and to. The project names neither: each copy of it has its own. */
export interface SiteAddresses {
  /** The URL of the site. Without it, pages do not name their URL, and there is no sitemap. */
  readonly base?: string | undefined;
  /** The URL of the repository. Without it, pages have no link to their source. */
  readonly repository?: string | undefined;
}

/** What all pages of the site share. */
export interface SiteSettings extends SiteAddresses {
  /** The version of the packages. */
  readonly version: string;
  readonly descriptionVersion: string;
  /** The site is published beside other versions: the last folder of its URL names the version, such as `v0.3`. */
  readonly isVersioned: boolean;
}

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
  readonly repository?: { readonly url: string };
}

/** What `isBaseUrl` asks for, for messages. */
export const BASE_URL_RULE = 'an absolute http or https URL without a query, a fragment or credentials';

/** Tells whether a text is a URL that paths can be added to. */
export function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !/[?#]/.test(href) && username === '' && password === '';
}

/**
 * Reads the settings of the site from `package.json` and the description, apart from the addresses that are given.
 *
 * @throws Error when no path can be added to the URL of the site.
 */
export async function readSiteSettings(
  { base, repository }: SiteAddresses,
  { info }: Pick<Document, 'info'>,
): Promise<SiteSettings> {
  const { version, ...links } = JSON.parse(await readFile(manifest, 'utf8')) as Manifest;
  const site = base ?? links.homepage;
  if (site !== undefined && !isBaseUrl(site))
    throw new Error(`The URL of the site must be ${BASE_URL_RULE}.`);
  const source = repository ?? links.repository?.url;
  return {
    version,
    descriptionVersion: info.version,
    isVersioned: /\/v\d[^/]*\/*$/.test(site ?? ''),
    base: site?.replace(/\/*$/, '/'),
    repository: source?.replace(/^git\+/, '').replace(/(\.git)?\/*$/, ''),
  };
}
