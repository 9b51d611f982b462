import { readFile } from 'node:fs/promises';
import type { Highlight } from './rendering/highlight.js';
import type { Links } from './rendering/links.js';
import { renderMarkdown } from './rendering/markdown.js';
import { renderArticle, type SitePage } from './rendering/site-page.js';
import type { SiteSettings } from './rendering/site-settings.js';

const FILE = 'CHANGELOG.md';
const file = new URL(`../../${FILE}`, import.meta.url);

/** Renders the changes of each version. What the file says to contributors, before the first version, is left out. */
export async function renderChangelog(
  { version, descriptionVersion }: SiteSettings,
  highlight: Highlight,
  links: Links,
): Promise<SitePage> {
  const source = await readFile(file, 'utf8');
  const versions = source.slice(source.indexOf('\n## '));
  const lead = renderLead(versions, { version, descriptionVersion });
  const { html, headings } = renderMarkdown(`${lead}\n${versions}`, highlight, (href) =>
    links.resolve(href, FILE, ''),
  );
  return {
    path: 'changelog.html',
    title: 'Changelog',
    description: `What changed in each version of the packages and the description.`,
    body: renderArticle(`<h1>Changelog</h1>\n${html}`, { sidebar: '<div></div>', headings }),
    // It grows with each release, while the search must stay small: what a feature is called now is on its own page.
    entries: [{ name: 'Changelog', page: 'LDDPay', href: 'changelog.html', text: lead }],
    source: FILE,
  };
}

/** Renders what the site is about: a version with its changes, or what is not released yet. */
export function renderLead(
  versions: string,
  { version, descriptionVersion }: Pick<SiteSettings, 'version' | 'descriptionVersion'>,
): string {
  const isReleased = versions.includes(`\n## ${version} `);
  const subject = isReleased ? `\`lddpay\` ${version}` : `\`lddpay\` before the release of ${version}`;
  return `Versions follow Semantic Versioning. This site is about ${subject}, with version ${descriptionVersion} of the description.`;
}
