import { readFile } from 'node:fs/promises';
import { fillTemplate } from '../rendering/html.js';
import type { SitePage } from '../rendering/site-page.js';
import type { SiteSettings } from '../rendering/site-settings.js';

const template = new URL('../../../docs/llms.md', import.meta.url);

/** Renders what agents read first (llmstxt.org): what they must know, and the copies of all pages in Markdown. */
export async function renderLlms(pages: readonly SitePage[], settings: SiteSettings): Promise<string> {
  const list = (belongs: (page: SitePage) => boolean) =>
    pages
      .filter((page) => !page.unlisted && belongs(page))
      .map(renderLink)
      .join('\n');
  const isOperation = ({ path, section }: SitePage) =>
    section === 'api' && !/(index|models)\.html$/.test(path);
  const isReference = (page: SitePage) =>
    page.section === 'client' || (page.section === 'api' && !isOperation(page));
  const text = await readFile(template, 'utf8');
  return fillTemplate(text, {
    version: settings.version,
    guides: list(({ section }) => section === 'guides'),
    operations: list(isOperation),
    references: list(isReference),
    optional: list(({ section }) => section === undefined || section === 'provenance'),
  }).replaceAll(/\]\((?!https?:)/g, `](${settings.base ?? ''}`);
}

function renderLink({ path, title, description }: SitePage): string {
  return `- [${title}](${path.replace('.html', '.md')}): ${description}`;
}
