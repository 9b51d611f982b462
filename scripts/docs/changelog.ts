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
  const lead = `Versions follow Semantic Versioning. This site is about \`lddpay\` ${version}, with version ${descriptionVersion} of the description.`;
  const { html, headings } = renderMarkdown(`${lead}\n${versions}`, highlight, (href) =>
    links.resolve(href, FILE, ''),
  );
  return {
    path: 'changelog.html',
    title: 'Changelog',
    description: `What changed in each version of the packages and the description, up to ${version}.`,
    body: renderArticle(`<h1>Changelog</h1>\n${html}`, { sidebar: '<div></div>', headings }),
    source: FILE,
  };
}
